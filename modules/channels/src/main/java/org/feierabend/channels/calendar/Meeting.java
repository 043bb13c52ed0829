package org.feierabend.channels.calendar;

import java.time.Instant;
import org.feierabend.timeline.PersonFacts.Span;

/**
 * All that is known of a meeting.
 *
 * @param id tells it apart from others and says nothing
 */
record Meeting(String id, Span span, int invited) {
  boolean begunBetween(Instant from, Instant to) {
    return !span.from().isBefore(from) && !span.from().isAfter(to);
  }
}
