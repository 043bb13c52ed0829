package org.feierabend.verifier;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code java -jar feierabend-verifier.jar verify LEDGER.jsonl [--key FILE] [--head FILE]
 * [--canaries FILE]}: one line per check. Ends with 0 when all hold, 1 when one does not, 2 when a
 * file cannot be read.
 */
public final class Verify {
  private static final String USAGE =
      "Usage: verify LEDGER.jsonl [--key ledger.pub] [--head ledger-head] [--canaries truth.csv]";
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
      Path key = option(rest, "--key");
      Path head = option(rest, "--head");
      Path truth = option(rest, "--canaries");
      if (rest.size() != 1 || rest.get(0).startsWith("--")) throw new Wrong(USAGE);
      return new Verify(out)
          .verify(
              Files.readAllBytes(Path.of(rest.get(0))),
              key == null ? null : Crypto.pem(Files.readString(key)),
              head == null ? null : Files.readAllLines(head),
              truth == null ? null : Files.readAllLines(truth));
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

  private int verify(byte[] bytes, String key, List<String> head, List<String> truth) {
    List<Row> ledger = read(bytes);
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
    }
    out.println(failed ? "FAILED: do not trust this ledger." : "All checks hold.");
    return failed ? 1 : 0;
  }

  private List<Row> read(byte[] bytes) {
    List<Row> rows = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (!text.isEmpty() && !text.endsWith("\n")) wrong.add("the last line does not end");
      String[] lines = text.split("\n", -1);
      for (int i = 0; i < lines.length - 1; i++) {
        try {
          rows.add(Row.parse(lines[i]));
        } catch (Wrong e) {
          wrong.add("line " + (i + 1) + " " + e.getMessage());
        }
      }
    } catch (CharacterCodingException e) {
      wrong.add("the file is not UTF-8");
    }
    if (wrong.isEmpty())
      say("ok", "format", rows.size() + " rows in canonical form, whole numbers only");
    for (String message : wrong.subList(0, Math.min(AT_MOST, wrong.size())))
      fail("format", message);
    if (wrong.size() > AT_MOST) fail("format", "and " + (wrong.size() - AT_MOST) + " more");
    if (failed) out.println("The other checks need readable rows and were not made.");
    return rows;
  }

  private void check(Check check, List<Row> ledger) {
    try {
      say("ok", check.name(), check.run(ledger));
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
