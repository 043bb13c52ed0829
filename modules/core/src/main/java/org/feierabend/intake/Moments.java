package org.feierabend.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.feierabend.decision.Reachability;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.Stretch;

/** Questions about one instant of a person's timeline. */
final class Moments {
  private Moments() {}

  /**
   * Whether {@code at} lies in the span from the start of the first to the end of the last window
   * or shift of its date: an end of work in there is a break.
   */
  static boolean insideWorkingSpan(
      Reachability reachability, PersonFacts facts, ZoneId zone, Instant at) {
    LocalDate date = LocalDate.ofInstant(at, zone);
    Instant first = null;
    Instant last = null;
    List<Stretch> day =
        reachability.stretches(
            facts,
            date.atStartOfDay(zone).toInstant(),
            date.plusDays(1).atStartOfDay(zone).toInstant());
    for (Stretch stretch : day) {
      if (!stretch.kind().inWindow() && !stretch.kind().shift()) continue;
      if (first == null) first = stretch.start();
      last = stretch.end();
    }
    return first != null && !at.isBefore(first) && at.isBefore(last);
  }

  static boolean within(PersonFacts.Span span, Instant at) {
    return !at.isBefore(span.from()) && at.isBefore(span.to());
  }
}
