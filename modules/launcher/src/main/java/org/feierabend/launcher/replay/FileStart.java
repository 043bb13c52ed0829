package org.feierabend.launcher.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;

/** Where a file's own time begins, for files that do not say it themselves. */
public record FileStart(LocalDate date, ZoneId zone) {
  public FileStart {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(zone, "zone");
  }

  /** A local time that the clocks skip moves forward, one that comes twice is the first. */
  Instant local(LocalDateTime dateTime) {
    return dateTime.atZone(zone).toInstant();
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw org.feierabend.launcher.Trouble.usage(
          "--start takes a date like 2026-01-05, but got '%s'.".formatted(text),
          "--start nimmt ein Datum wie 2026-01-05, hier steht „%s“.".formatted(text));
    }
  }

  static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw org.feierabend.launcher.Trouble.usage(
          "--zone takes a zone like Europe/Berlin, but got '%s'.".formatted(text),
          "--zone nimmt eine Zone wie Europe/Berlin, hier steht „%s“.".formatted(text));
    }
  }
}
