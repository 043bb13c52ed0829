package org.feierabend.channels.http;

import org.feierabend.timeline.IsoWeek;

/** Weeks from and to, both inclusive. */
record WeekSpan(IsoWeek from, IsoWeek to) {
  private static final IsoWeek FIRST = new IsoWeek(1970, 1);
  private static final IsoWeek LAST = new IsoWeek(9999, 52);

  /** Absent ends are open. */
  static WeekSpan of(String from, String to) {
    return new WeekSpan(
        from == null || from.isBlank() ? FIRST : week("?from", from),
        to == null || to.isBlank() ? LAST : week("?to", to));
  }

  boolean holds(IsoWeek week) {
    return week.compareTo(from) >= 0 && week.compareTo(to) <= 0;
  }

  static IsoWeek week(String field, String text) {
    try {
      return IsoWeek.parse(text);
    } catch (IllegalArgumentException e) {
      throw Trouble.field(
          field, "Eine Woche schreibt man wie 2026-W05.", "A week is written like 2026-W05.");
    }
  }
}
