package org.feierabend.timeline;

import java.time.LocalTime;
import java.util.Objects;

/**
 * Half-open hours {@code [from, to)} of local time; {@code to} ≤ {@code from} runs across midnight.
 */
public record HoursOfDay(LocalTime from, LocalTime to) {
  public HoursOfDay {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }
}
