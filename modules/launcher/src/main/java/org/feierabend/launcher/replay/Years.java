package org.feierabend.launcher.replay;

import java.time.Instant;

/** The years a replay takes: a date outside them is a slip of the pen, not history. */
final class Years {
  private static final Instant FIRST = Instant.parse("1971-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

  private Years() {}

  static Instant check(Instant at) {
    if (at.isBefore(FIRST) || !at.isBefore(LAST))
      throw new BadLine(
          "the date must lie between 1971 and 2099",
          "das Datum muss zwischen 1971 und 2099 liegen");
    return at;
  }
}
