package org.feierabend.channels.http;

import java.time.ZoneId;
import java.util.List;
import org.feierabend.decision.Language;
import org.feierabend.intake.WhyCard;

/**
 * Why contacts of the open week were decided as they were, for the person alone.
 *
 * @param kept whether further ones are kept
 * @param contest how to contest a decision
 */
record WhyCardView(List<Card> decisions, boolean kept, String contest, String zone)
    implements View {
  private static final String CONTEST_DE =
      "Nicht einverstanden? Der Personalrat kann jede Regel mit ihren Beispielen prüfen und ihre "
          + "Änderung verlangen; zeigen Sie ihm diese Erklärung. Fragen zu Ihren Daten beantwortet "
          + "die oder der Datenschutzbeauftragte (DSGVO Art. 15, 21, 22).";
  private static final String CONTEST_EN =
      "Not agreed? The works council can examine every rule with its examples and ask for its "
          + "change; show it this explanation. Questions about your data go to the data protection "
          + "officer (GDPR Art. 15, 21, 22).";

  /**
   * @param at to the quarter of an hour
   */
  record Card(
      String at,
      String channel,
      String outcome,
      String until,
      String sentence,
      ReasonView reason) {}

  static WhyCardView of(List<WhyCard> cards, boolean kept, Language language, ZoneId zone) {
    boolean german = language == Language.DE;
    return new WhyCardView(
        cards.stream().map(c -> card(c, german, zone)).toList(),
        kept,
        german ? CONTEST_DE : CONTEST_EN,
        zone.getId());
  }

  private static Card card(WhyCard c, boolean german, ZoneId zone) {
    return new Card(
        Json.at(c.quarter(), zone),
        c.channel().name(),
        c.outcome(),
        c.until().map(until -> Json.at(until, zone)).orElse(null),
        german ? c.reason().sentence().de() : c.reason().sentence().en(),
        ReasonView.of(List.of(c.reason()), c.edition()).get(0));
  }
}
