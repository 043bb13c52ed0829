package org.feierabend.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the attacks of PRIVACY section 7 measured, kept by the full run in docs/privacy-figures.md.
 * Lines of other tests stay as they are.
 */
final class MeasuredFigures {
  private static final String HEADER =
      """
      # Measured: the attacks on the reports

      Written by the tests themselves in a full run (`./feierabend test --all`), with fixed seeds; the numbers are those of the acceptance list in the privacy design.
      Points 2 (no floating point near the noise), 6 and 7 (one value ever visible, kills while closing), 11 (saturation), 12 (exactly once),
      13 (search for identifiers) and 14 (mutations of the ledger) hold or fail without a figure: NoiseGuardTest, WeeksTest, ClosingTest, OwnWeekTest,
      MailReplayTest, PrivacyTest, VerifyTest.

      | no. | attack | measured | may be | size |
      |---|---|---|---|---|
      """;

  private MeasuredFigures() {}

  /** Keeps one line, in a full run only; those of other attacks stay. */
  static synchronized void note(
      String number, String attack, String measured, String allowed, String size) {
    if (!Boolean.getBoolean("feierabend.all")) return;
    Path file =
        Path.of(System.getProperty("feierabend.home", "../..")).resolve("docs/privacy-figures.md");
    try {
      Map<String, String> lines = new TreeMap<>(Comparator.comparing(MeasuredFigures::order));
      if (Files.exists(file))
        for (String line : Files.readAllLines(file))
          if (line.matches("\\| \\d.*")) lines.put(line.split("\\|")[1].strip(), line);
      lines.put(
          number, "| %s | %s | %s | %s | %s |".formatted(number, attack, measured, allowed, size));
      Files.writeString(file, HEADER + String.join("\n", lines.values()) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String order(String number) {
    return "%3s".formatted(number.replaceAll("\\D.*", "")) + number;
  }
}
