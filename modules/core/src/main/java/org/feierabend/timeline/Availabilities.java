package org.feierabend.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.feierabend.timeline.PersonFacts.Span;

/** Reads what a calendar of RFC 7953 (VAVAILABILITY) says about a span of time. */
public interface Availabilities {
  /**
   * @param spoken the spans some VAVAILABILITY speaks about
   * @param free those of them in which the strongest one says that the person is available
   */
  record Availability(List<Span> spoken, List<Span> free) {
    public static final Availability SILENT = new Availability(List.of(), List.of());

    public Availability {
      spoken = List.copyOf(spoken);
      free = List.copyOf(free);
    }
  }

  /**
   * @param zone of times without a zone
   * @throws IllegalArgumentException when the text is no such calendar; the message says why
   */
  Availability between(String calendar, ZoneId zone, Instant from, Instant to);
}
