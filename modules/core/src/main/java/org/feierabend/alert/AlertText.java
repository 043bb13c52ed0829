package org.feierabend.alert;

import java.math.RoundingMode;
import org.feierabend.decision.Sentence;
import org.feierabend.report.Figures;
import org.feierabend.report.WeekWords;

/** What an alert says: the published interval, why it is told, and what must not be concluded. */
public final class AlertText {
  private AlertText() {}

  /**
   * @param unit the unit's name
   * @param rule what the rule that tells says of itself
   */
  public static Sentence of(Alert alert, Sentence unit, Sentence rule) {
    String low = alert.low().setScale(0, RoundingMode.FLOOR).toPlainString();
    String high = alert.high().setScale(0, RoundingMode.CEILING).toPlainString();
    Sentence what = Figures.words(alert.indicator());
    return new Sentence(
        "%s: Zwischen %s %% und %s %% hatten %s (95-%%-Bereich, Mittel aus %d %s bis %s). %s Über einzelne Personen, Leistung oder Ursachen sagt das nichts."
            .formatted(
                unit.de(),
                low,
                high,
                what.de(),
                alert.weeks(),
                alert.weeks() == 1 ? "Woche" : "Wochen",
                WeekWords.of(alert.week()).de(),
                rule.de()),
        "%s: between %s %% and %s %% had %s (95 %% interval, average of %d %s up to %s). %s This says nothing about single persons, performance or causes."
            .formatted(
                unit.en(),
                low,
                high,
                what.en(),
                alert.weeks(),
                alert.weeks() == 1 ? "week" : "weeks",
                WeekWords.of(alert.week()).en(),
                rule.en()));
  }
}
