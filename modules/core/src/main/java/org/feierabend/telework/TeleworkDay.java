package org.feierabend.telework;

import java.time.LocalDate;
import java.util.Objects;

/** A day of telework, planned or asked for, with its working minutes. */
public record TeleworkDay(LocalDate date, int minutes) {
  public TeleworkDay {
    Objects.requireNonNull(date, "date");
    if (minutes <= 0)
      throw new IllegalArgumentException(
          "A telework day has at least one minute, but %s has %d.".formatted(date, minutes));
  }
}
