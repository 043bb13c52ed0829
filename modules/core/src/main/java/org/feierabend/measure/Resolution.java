package org.feierabend.measure;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The decision of the city council a measure comes from.
 *
 * @param number as the council's office writes it, such as {@code 14-20 / V 08114}
 */
public record Resolution(LocalDate date, String number) {
  private static final int LONGEST = 60;

  public Resolution {
    Objects.requireNonNull(date, "date");
    if (number == null || number.isBlank() || number.length() > LONGEST)
      throw new IllegalArgumentException(
          "A council decision has a number of 1 to %d characters, but got '%s'."
              .formatted(LONGEST, number));
  }
}
