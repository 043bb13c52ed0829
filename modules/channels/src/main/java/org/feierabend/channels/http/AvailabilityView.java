package org.feierabend.channels.http;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.feierabend.decision.Sentence;
import org.feierabend.timeline.PersonFacts.Span;

/**
 * What of a calendar counts.
 *
 * @param outsideFrame the next of its times that HR must agree to, outside the frame and the
 *     voluntary evening
 */
record AvailabilityView(Sentence counts, List<Time> outsideFrame) implements View {
  private static final int SHOWN = 10;

  record Time(String from, String to) {}

  static AvailabilityView of(List<Span> outside, ZoneId zone) {
    return new AvailabilityView(
        outside.isEmpty() ? ALL : SOME,
        outside.stream()
            .limit(SHOWN)
            .map(s -> new Time(Json.at(s.from(), zone), Json.at(s.to(), zone)))
            .toList());
  }

  static Span weeks(Instant from) {
    return new Span(from, from.plus(java.time.Duration.ofDays(56)));
  }

  private static final Sentence ALL =
      new Sentence(
          "Ihr Kalender gilt ab sofort, wo er etwas sagt; sonst gelten Ihre Wochenfenster. Aufgehoben werden nur Zeiten,"
              + " weder Titel noch Orte oder Namen.",
          "Your calendar counts from now on where it says something, your weekly windows elsewhere. Times alone are kept,"
              + " no titles, places or names.");

  private static final Sentence SOME =
      new Sentence(
          ALL.de()
              + " Zeiten außerhalb der Rahmenzeit brauchen die Zustimmung der Personalstelle; bis dahin gelten sie mit dem"
              + " Vermerk „zu prüfen“. Ein freiwilliges Abendfenster braucht keine und geht niemanden etwas an.",
          ALL.en()
              + " Times outside the frame need the agreement of HR; until then they count with the note \"to be reviewed\"."
              + " A voluntary evening window needs none and is nobody's business.");
}
