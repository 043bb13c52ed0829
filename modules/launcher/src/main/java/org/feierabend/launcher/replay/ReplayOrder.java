package org.feierabend.launcher.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.CRC32;
import org.feierabend.launcher.Arguments;
import org.feierabend.launcher.Trouble;

/** What somebody wants replayed, checked. */
record ReplayOrder(
    Path file,
    ReplayFormat format,
    FileStart start,
    int units,
    String employer,
    boolean leaveOpen) {
  private static final String NAME = "[a-z0-9][a-z0-9-]{0,39}";
  private static final int MOST_UNITS = 500;

  /**
   * Reads the words of a call.
   *
   * @param today names a fresh employer
   */
  static ReplayOrder of(Arguments arguments, LocalDate today) {
    if (arguments.rest().size() != 1)
      throw Trouble.usage(
          "replay takes one FILE, but got %d.".formatted(arguments.rest().size()),
          "replay nimmt eine DATEI, hier sind es %d.".formatted(arguments.rest().size()));
    ReplayFormat format = format(arguments);
    String name = arguments.value("--employer").orElseGet(() -> fresh(today));
    if (!name.matches(NAME))
      throw Trouble.usage(
          "--employer takes 1 to 40 of a-z, 0-9 and '-', but got '%s'.".formatted(name),
          "--employer nimmt 1 bis 40 Zeichen aus a-z, 0-9 und „-“, hier steht „%s“."
              .formatted(name));
    return new ReplayOrder(
        Path.of(arguments.rest().get(0)).toAbsolutePath(),
        format,
        new FileStart(
            FileStart.date(arguments.value("--start").orElse("2026-01-05")),
            FileStart.zone(arguments.value("--zone").orElse("Europe/Berlin"))),
        units(arguments.value("--units").orElse("12")),
        name,
        arguments.has("--leave-open"));
  }

  static ReplayFormat format(Arguments arguments) {
    String key = arguments.value("--format").orElse("");
    return ReplayFormat.byKey(key)
        .orElseThrow(
            () ->
                Trouble.usage(
                    "--format must be one of %s, but is '%s'.".formatted(ReplayFormat.keys(), key),
                    "--format muss eines von %s sein, ist aber „%s“."
                        .formatted(ReplayFormat.keys(), key)));
  }

  /** How the people of this replay are called; another employer calls them otherwise. */
  PersonIds ids() {
    CRC32 crc = new CRC32();
    crc.update(employer.getBytes(StandardCharsets.US_ASCII));
    return PersonIds.unmistakable(String.format(Locale.ROOT, "%04x", crc.getValue() & 0xffff));
  }

  /** The first day: as given where the file counts from it, else that of the first event. */
  LocalDate firstDay(ReplayFile events) {
    return format == ReplayFormat.EMAIL_ACTIVITY
        ? start.date()
        : LocalDate.ofInstant(events.first(), start.zone());
  }

  ObjectNode document(ReplayFile events, LocalDate firstDay) {
    EmployerDocument document =
        new EmployerDocument(
            employer, "Replay " + file.getFileName(), start.zone(), firstDay, "p0");
    Units made = new Units(units);
    made.addTo(document);
    PersonIds ids = ids();
    events.people().numbers().forEach(n -> document.person(ids.of(n), made.of(n)));
    return document.json();
  }

  private static int units(String text) {
    if (!text.matches("\\d{1,3}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST_UNITS)
      throw Trouble.usage(
          "--units must lie between 1 and %d, but is '%s'.".formatted(MOST_UNITS, text),
          "--units muss zwischen 1 und %d liegen, ist aber „%s“.".formatted(MOST_UNITS, text));
    return Integer.parseInt(text);
  }

  private static String fresh(LocalDate today) {
    return String.format(
        Locale.ROOT,
        "replay-%s-%04x",
        today.toString().replace("-", ""),
        ThreadLocalRandom.current().nextInt(1 << 16));
  }
}
