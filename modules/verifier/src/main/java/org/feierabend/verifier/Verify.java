package org.feierabend.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * In German where LC_ALL, LC_MESSAGES or LANG say so, else in English: {@code java -jar
 * feierabend-verifier.jar verify FILE.jsonl [--key FILE] [--head FILE] [--canaries FILE]
 * [--audit]}: one line per check of a ledger or an audit log, told apart by their rows. Ends with 0
 * when all hold, 1 when one does not, 2 when a file cannot be read or has no rows.
 */
public final class Verify {
  private static final Said USAGE =
      new Said(
          "Aufruf: verify KONTOBUCH.jsonl [--key ledger.pub] [--head ledger-head] [--canaries wahrheit.csv]"
              + " | verify PROTOKOLL.jsonl [--audit] [--key ledger.pub] [--head audit-head]",
          "Usage: verify LEDGER.jsonl [--key ledger.pub] [--head ledger-head] [--canaries truth.csv]"
              + " | verify AUDIT.jsonl [--audit] [--key ledger.pub] [--head audit-head]");
  private static final int AT_MOST = 5;

  private static final Said FORMAT = new Said("Format", "format");
  private static final Said SIGNATURE = new Said("Signatur", "signature");
  private static final Said HEAD = new Said("Kopf", "head");
  private static final Said CANARIES = new Said("Prüfgruppe", "canaries");
  private static final Said LIMITS = new Said("Grenzen", "limits");
  private static final Said OK = new Said("ok", "ok");
  private static final Said FAIL = new Said("FALSCH", "FAIL");
  private static final Said NOTE = new Said("merke", "note");

  private final PrintStream out;
  private final boolean german;
  private boolean failed;

  private Verify(PrintStream out, boolean german) {
    this.out = out;
    this.german = german;
  }

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(out, german(System.getenv()), arguments));
  }

  /** As the other commands choose their language. */
  static boolean german(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("en")
        .startsWith("de");
  }

  static int run(PrintStream out, boolean german, String... arguments) {
    List<String> rest = new ArrayList<>(Arrays.asList(arguments));
    if (!rest.isEmpty() && rest.get(0).equals("verify")) rest.remove(0);
    try {
      Path keyFile = option(rest, "--key");
      Path headFile = option(rest, "--head");
      Path truth = option(rest, "--canaries");
      boolean audit = rest.remove("--audit");
      if (rest.size() != 1 || rest.get(0).startsWith("--")) throw new Wrong("%s", "%s", USAGE);
      byte[] bytes = Files.readAllBytes(Path.of(rest.get(0)));
      if (new String(bytes, StandardCharsets.UTF_8).isBlank())
        throw new Wrong(
            "%s hat keine Einträge, also ist von nichts bekannt, dass es stimmt.",
            "%s has no rows, so nothing of it is known to hold.", rest.get(0));
      String key = keyFile == null ? null : Crypto.pem(Files.readString(keyFile));
      List<String> head = headFile == null ? null : Files.readAllLines(headFile);
      if (audit || isAudit(bytes)) return new Verify(out, german).audit(bytes, key, head);
      return new Verify(out, german)
          .ledger(bytes, key, head, truth == null ? null : Files.readAllLines(truth));
    } catch (Wrong e) {
      out.println(Said.of("Nicht zu prüfen: %s", "Cannot verify: %s", e.said()).in(german));
    } catch (IOException e) {
      out.println(
          Said.of(
                  "Nicht lesbar: %s (%s)",
                  "Cannot read %s (%s)", e.getMessage(), e.getClass().getSimpleName())
              .in(german));
    }
    return 2;
  }

  private static Path option(List<String> arguments, String name) throws Wrong {
    int at = arguments.indexOf(name);
    if (at < 0) return null;
    if (at + 1 == arguments.size())
      throw new Wrong("%s braucht eine Datei. %s", "%s needs a file. %s", name, USAGE);
    arguments.remove(at);
    return Path.of(arguments.remove(at));
  }

  /** Only the rows of an audit log say what happened; one broken row does not hide it. */
  private static boolean isAudit(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .limit(3)
        .anyMatch(line -> line.contains(",\"what\":\""));
  }

  private int ledger(byte[] bytes, String key, List<String> head, List<String> truth) {
    List<Row> ledger = read(bytes, Row::parse);
    if (!failed) {
      check(new ChainCheck(), ledger);
      check(new SignatureCheck(key), ledger);
      check(new LifeCheck(), ledger);
      check(new MetricCheck(), ledger);
      check(new BlockCheck(), ledger);
      check(new BudgetCheck(), ledger);
      if (head != null) check(new HeadCheck(head, key), ledger);
      if (truth != null) check(new CanaryCheck(truth), ledger);
      limits(key != null, head != null);
      ledgerLimits();
    }
    return ended(
        "GESCHEITERT: Diesem Kontobuch ist nicht zu trauen.", "FAILED: do not trust this ledger.");
  }

  private int audit(byte[] bytes, String key, List<String> head) {
    List<AuditLine> log = read(bytes, AuditLine::parse);
    if (!failed) {
      check(new ChainCheck(), log);
      check(new SignatureCheck(key), log);
      if (head != null) check(new HeadCheck(head, key), log);
      limits(key != null, head != null);
      say(
          NOTE,
          LIMITS,
          "ein Änderungsprotokoll zeigt weder Änderungen, die niemand eingetragen hat, noch, ob wirklich handelte, wem die Rolle gehört",
          "an audit log cannot show changes nobody wrote down, nor that who acted was who the role should be");
    }
    return ended(
        "GESCHEITERT: Diesem Änderungsprotokoll ist nicht zu trauen.",
        "FAILED: do not trust this audit log.");
  }

  private int ended(String de, String en) {
    Said hold = new Said("Alle Prüfungen stimmen.", "All checks hold.");
    out.println((failed ? new Said(de, en) : hold).in(german));
    return failed ? 1 : 0;
  }

  private <R> List<R> read(byte[] bytes, Lines.Reader<R> reader) {
    Lines<R> lines = Lines.of(bytes, reader);
    List<Said> wrong = lines.wrong();
    if (wrong.isEmpty())
      say(
          OK,
          FORMAT,
          Said.of(
              "%d Einträge in kanonischer Form, nur ganze Zahlen",
              "%d rows in canonical form, whole numbers only", lines.rows().size()));
    for (Said message : wrong.subList(0, Math.min(AT_MOST, wrong.size()))) fail(FORMAT, message);
    if (wrong.size() > AT_MOST)
      fail(FORMAT, Said.of("und %d weitere", "and %d more", wrong.size() - AT_MOST));
    if (failed)
      out.println(
          new Said(
                  "Die anderen Prüfungen brauchen lesbare Einträge und fanden nicht statt.",
                  "The other checks need readable rows and were not made.")
              .in(german));
    return lines.rows();
  }

  private <R> void check(Check<? super R> check, List<R> rows) {
    try {
      say(OK, check.name(), check.run(rows));
    } catch (Wrong e) {
      fail(check.name(), e.said());
    }
  }

  private void fail(Said check, Said message) {
    failed = true;
    say(FAIL, check, message);
  }

  private void limits(boolean key, boolean head) {
    if (!key)
      say(
          NOTE,
          SIGNATURE,
          "ohne --key ist nicht bekannt, wessen Schlüssel das ist: bitte den Fingerabdruck vergleichen",
          "without --key it is not known whose key this is: compare the fingerprint");
    if (!head)
      say(
          NOTE,
          HEAD,
          "ohne --head fällt ein abgeschnittenes Ende nicht auf",
          "without --head a cut-off end cannot be noticed");
  }

  private void ledgerLimits() {
    say(
        NOTE,
        CANARIES,
        "wer den Server betreibt und hinsieht, kann die erfundenen Personen der Prüfgruppen von anderen unterscheiden",
        "an operator who looks can tell the invented people of canary blocks from others");
    say(
        NOTE,
        LIMITS,
        "ein Kontobuch zeigt nicht, ob die Zählungen vor dem Rauschen stimmten, ob das Rauschen wirklich und einmal"
            + " gezogen wurde, ob die Kopfzahlen die des Personals sind oder ob ein Schlüssel kopiert wurde, bevor er vernichtet war",
        "a ledger cannot show whether the counts before the noise were right, whether the noise was really"
            + " drawn and drawn once, whether headcounts are those of the roster, or whether a key was copied before it was destroyed");
  }

  private void say(Said mark, Said check, String de, String en) {
    say(mark, check, new Said(de, en));
  }

  private void say(Said mark, Said check, Said message) {
    out.printf(
        german ? "%-6s  %-10s  %s%n" : "%-4s  %-9s  %s%n",
        mark.in(german),
        check.in(german),
        message.in(german));
  }
}
