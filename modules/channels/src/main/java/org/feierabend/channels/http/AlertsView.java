package org.feierabend.channels.http;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.feierabend.alert.AlertText;
import org.feierabend.alert.Alerts.Kept;
import org.feierabend.alert.Inbox;
import org.feierabend.book.Book;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Unit;

/**
 * What the reader is told now.
 *
 * @param waiting how many come later
 * @param until when they come; absent where none waits
 * @param notices what HR has to see to besides, until it is seen to
 */
record AlertsView(List<One> alerts, int waiting, String until, String zone, List<Sentence> notices)
    implements View {
  /**
   * @param low lower end of the 95 % interval, per cent
   * @param weeks how many weeks the interval averages
   */
  record One(
      long id,
      String week,
      UnitView unit,
      String indicator,
      String rule,
      BigDecimal low,
      BigDecimal high,
      int weeks,
      Sentence sentence) {}

  static AlertsView of(
      Inbox.Content content, List<Unit> units, Book book, ZoneId zone, List<Sentence> notices) {
    Map<String, Sentence> rules = book.sentences();
    return new AlertsView(
        content.now().stream().map(k -> one(k, units, rules)).toList(),
        content.waiting(),
        content.until().map(at -> Json.at(at, zone)).orElse(null),
        zone.getId(),
        notices);
  }

  private static One one(Kept kept, List<Unit> units, Map<String, Sentence> rules) {
    var alert = kept.alert();
    UnitView unit = UnitView.named(alert.unit(), units);
    Sentence name = unit.name() == null ? new Sentence(unit.id(), unit.id()) : unit.name();
    return new One(
        kept.id(),
        alert.week().toString(),
        unit,
        alert.indicator().key(),
        alert.rule(),
        alert.low(),
        alert.high(),
        alert.weeks(),
        AlertText.of(alert, name, said(alert.rule(), rules)));
  }

  /** A rule that is in the book no more is named by its id. */
  private static Sentence said(String rule, Map<String, Sentence> rules) {
    return rules.containsKey(rule) ? rules.get(rule) : new Sentence(rule + ".", rule + ".");
  }
}
