package org.feierabend.decision;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day as people say it: "27. November 2026", "27 November 2026". */
public final class DayWords {
  private static final DateTimeFormatter DE =
      DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMANY);
  private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private DayWords() {}

  public static Sentence of(LocalDate day) {
    return new Sentence(DE.format(day), EN.format(day));
  }
}
