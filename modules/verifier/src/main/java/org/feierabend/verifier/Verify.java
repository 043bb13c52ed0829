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

/**
 * {@code java -jar feierabend-verifier.jar verify FILE.jsonl [--key FILE] [--head FILE] [--canaries
 * FILE] [--audit]}: one line per check of a ledger or an audit log, told apart by their rows. Ends
 * with 0 when all hold, 1 when one does not, 2 when a file cannot be read or has no rows.
 */
public final class Verify {
  private static final String USAGE =
      "Usage: verify LEDGER.jsonl [--key ledger.pub] [--head ledger-head] [--canaries truth.csv]"
          + " | verify AUDIT.jsonl [--audit] [--key ledger.pub] [--head audit-head]";
  private static final int AT_MOST = 5;

  private final PrintStream out;
  private boolean failed;

  private Verify(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(run(out, arguments));
  }

  static int run(PrintStream out, String... arguments) {
    List<String> rest = new ArrayList<>(Arrays.asList(arguments));
    if (!rest.isEmpty() && rest.get(0).equals("verify")) rest.remove(0);
    try {
      Path keyFile = option(rest, "--key");
      Path headFile = option(rest, "--head");
      Path truth = option(rest, "--canaries");
      boolean audit = rest.remove("--audit");
      if (rest.size() != 1 || rest.get(0).startsWith("--")) throw new Wrong(USAGE);
      byte[] bytes = Files.readAllBytes(Path.of(rest.get(0)));
      if (new String(bytes, StandardCharsets.UTF_8).isBlank())
        throw new Wrong("%s has no rows, so nothing of it is known to hold.", rest.get(0));
      String key = keyFile == null ? null : Crypto.pem(Files.readString(keyFile));
      List<String> head = headFile == null ? null : Files.readAllLines(headFile);
      if (audit || isAudit(bytes)) return new Verify(out).audit(bytes, key, head);
      return new Verify(out)
          .ledger(bytes, key, head, truth == null ? null : Files.readAllLines(truth));
    } catch (Wrong e) {
      out.println("Cannot verify: " + e.getMessage());
    } catch (IOException e) {
      out.println("Cannot read " + e.getMessage() + " (" + e.getClass().getSimpleName() + ")");
    }
    return 2;
  }

  private static Path option(List<String> arguments, String name) throws Wrong {
    int at = arguments.indexOf(name);
    if (at < 0) return null;
    if (at + 1 == arguments.size()) throw new Wrong("%s needs a file. %s", name, USAGE);
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
    out.println(failed ? "FAILED: do not trust this ledger." : "All checks hold.");
    return failed ? 1 : 0;
  }

  private int audit(byte[] bytes, String key, List<String> head) {
    List<AuditLine> log = read(bytes, AuditLine::parse);
    if (!failed) {
      check(new ChainCheck(), log);
      check(new SignatureCheck(key), log);
      if (head != null) check(new HeadCheck(head, key), log);
      limits(key != null, head != null);
      say(
          "note",
          "limits",
          "an audit log cannot show changes nobody wrote down, nor that who acted was who the role should be");
    }
    out.println(failed ? "FAILED: do not trust this audit log." : "All checks hold.");
    return failed ? 1 : 0;
  }

  private <R> List<R> read(byte[] bytes, Lines.Reader<R> reader) {
    Lines<R> lines = Lines.of(bytes, reader);
    List<String> wrong = lines.wrong();
    if (wrong.isEmpty())
      say("ok", "format", lines.rows().size() + " rows in canonical form, whole numbers only");
    for (String message : wrong.subList(0, Math.min(AT_MOST, wrong.size())))
      fail("format", message);
    if (wrong.size() > AT_MOST) fail("format", "and " + (wrong.size() - AT_MOST) + " more");
    if (failed) out.println("The other checks need readable rows and were not made.");
    return lines.rows();
  }

  private <R> void check(Check<? super R> check, List<R> rows) {
    try {
      say("ok", check.name(), check.run(rows));
    } catch (Wrong e) {
      fail(check.name(), e.getMessage());
    }
  }

  private void fail(String check, String message) {
    failed = true;
    say("FAIL", check, message);
  }

  private void limits(boolean key, boolean head) {
    if (!key)
      say(
          "note",
          "signature",
          "without --key it is not known whose key this is: compare the fingerprint");
    if (!head) say("note", "head", "without --head a cut-off end cannot be noticed");
  }

  private void ledgerLimits() {
    say(
        "note",
        "canaries",
        "an operator who looks can tell the invented people of canary blocks from others");
    say(
        "note",
        "limits",
        "a ledger cannot show whether the counts before the noise were right, whether the noise was really"
            + " drawn and drawn once, whether headcounts are those of the roster, or whether a key was copied before it was destroyed");
  }

  private void say(String mark, String check, String message) {
    out.printf("%-4s  %-9s  %s%n", mark, check, message);
  }
}
