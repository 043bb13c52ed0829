package org.feierabend.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.feierabend.decision.Sentence;
import org.feierabend.timeline.IsoWeek;

/** The words around a figure, in German and in English. */
final class FigureText {
  private static final BigDecimal LOW = BigDecimal.TEN;
  private static final BigDecimal HIGH = BigDecimal.valueOf(90);

  private FigureText() {}

  static Figure.Shown shown(
      IsoWeek from,
      IsoWeek to,
      int weeks,
      int headcount,
      BigDecimal share,
      BigDecimal low,
      BigDecimal high,
      Indicator indicator) {
    String lowest = low.setScale(0, RoundingMode.FLOOR).toPlainString();
    String highest = high.setScale(0, RoundingMode.CEILING).toPlainString();
    Sentence said = WeekWords.span(from, to);
    Sentence week =
        from.equals(to)
            ? new Sentence("in " + said.de(), "in " + said.en())
            : new Sentence(
                "in einer durchschnittlichen Woche von " + said.de(),
                "in an average week of " + said.en());
    Sentence sentence =
        new Sentence(
            ("Zwischen %s %% und %s %% von %d Personen hatten %s %s (95-%%-Intervall). Über einzelne Personen sagt das"
                    + " nichts; Unterschiede innerhalb des Intervalls können Zufall sein.")
                .formatted(lowest, highest, headcount, week.de(), german(indicator)),
            ("Between %s %% and %s %% of %d people had %s %s (95 %% interval). This says nothing about any single"
                    + " person; differences within the interval may be chance.")
                .formatted(lowest, highest, headcount, english(indicator), week.en()));
    return new Figure.Shown(
        from,
        to,
        weeks,
        headcount,
        share.max(LOW).min(HIGH).setScale(1, RoundingMode.HALF_UP),
        low,
        high,
        text(share),
        sentence);
  }

  static Figure.NotShown notReported() {
    return new Figure.NotShown(
        Figure.Why.NOT_REPORTED_SEPARATELY,
        new Sentence(
            "Nicht gesondert ausgewiesen: Diese Einheit ist zu klein oder mit anderen zusammengefasst, damit niemand"
                + " erkennbar wird, oder im Zeitraum wurde nichts veröffentlicht.",
            "Not reported separately: this unit is too small or merged with others so that nobody can be recognised,"
                + " or nothing was released in this span."));
  }

  static Figure.NotShown tooSmall(int people) {
    return new Figure.NotShown(
        Figure.Why.TOO_SMALL,
        new Sentence(
            "Nicht gezeigt: Bei %d Personen wäre der Fehler auch über 26 Wochen größer als 10 Prozentpunkte."
                .formatted(people),
            "Not shown: with %d people the error would exceed 10 percentage points even over 26 weeks."
                .formatted(people)));
  }

  static Figure.NotShown tooFewWeeks(int people, int needed, int have) {
    return new Figure.NotShown(
        Figure.Why.TOO_FEW_WEEKS,
        new Sentence(
            "Noch nicht gezeigt: Bei %d Personen braucht es den Durchschnitt aus %d Wochen, veröffentlicht sind %d."
                .formatted(people, needed, have),
            "Not shown yet: with %d people it takes the average of %d weeks, and %d are released."
                .formatted(people, needed, have)));
  }

  private static String text(BigDecimal share) {
    if (share.compareTo(LOW) < 0) return "< 10 %";
    if (share.compareTo(HIGH) > 0) return "> 90 %";
    return share.setScale(0, RoundingMode.HALF_UP).toPlainString() + " %";
  }

  /** Who is counted under that key; a key of a newer edition is told as it is. */
  static Sentence about(String key) {
    return Indicator.byKey(key)
        .map(
            i ->
                new Sentence(
                    "Personen, die in einer Woche %s hatten".formatted(german(i)),
                    "People who in a week had %s".formatted(english(i))))
        .orElseGet(() -> new Sentence(key, key));
  }

  static String german(Indicator indicator) {
    return switch (indicator) {
      case CONTACTS_OUTSIDE -> "fünf oder mehr Kontakte außerhalb ihrer Zeiten";
      case MEETINGS_OUTSIDE -> "eine Besprechung außerhalb der Rahmen- oder Kernzeit";
      case REST_CUT -> "eine verkürzte Ruhezeit";
      case MEETING_DENSITY -> "drei oder mehr Besprechungen ohne Pause davor";
      case TELEWORK -> "einen Tag Telearbeit oder mehr";
    };
  }

  static String english(Indicator indicator) {
    return switch (indicator) {
      case CONTACTS_OUTSIDE -> "five or more contacts outside their hours";
      case MEETINGS_OUTSIDE -> "a meeting outside frame or core time";
      case REST_CUT -> "their rest cut short";
      case MEETING_DENSITY -> "three or more meetings without a break before them";
      case TELEWORK -> "a day of telework or more";
    };
  }
}
