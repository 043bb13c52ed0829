package org.feierabend.rulebook;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VAvailability;
import net.fortuna.ical4j.model.property.Priority;
import org.feierabend.timeline.Availabilities;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.Spans;

/**
 * RFC 7953 by ical4j: layers of PRIORITY from the weakest to the strongest; of one priority,
 * AVAILABLE wins over what is busy. Every BUSYTYPE is busy.
 */
public final class Ical4jAvailabilities implements Availabilities {
  /** Longest calendar that is read, in characters. */
  static final int LONGEST = 65_536;

  private static final int WEAKEST =
      10; // no priority, or 0, is weaker than 9 (RFC 7953, section 3.1)

  @Override
  public Availability between(String calendar, ZoneId zone, Instant from, Instant to) {
    Map<Integer, List<VAvailability>> layers = new TreeMap<>(Comparator.reverseOrder());
    for (VAvailability v : availabilities(calendar))
      layers.computeIfAbsent(priority(v), p -> new ArrayList<>()).add(v);
    List<Span> spoken = new ArrayList<>();
    List<Span> free = new ArrayList<>();
    Span asked = new Span(from, to);
    for (List<VAvailability> layer : layers.values()) {
      List<Span> covered = new ArrayList<>();
      List<Span> available = new ArrayList<>();
      for (VAvailability v : layer) {
        Recurrences r = new Recurrences(v, zone, asked);
        r.enclosing().ifPresent(covered::add);
        available.addAll(r.available());
      }
      List<Span> left = new ArrayList<>();
      for (Span f : free) left.addAll(Spans.without(f, covered));
      free = left;
      free.addAll(available);
      spoken.addAll(covered);
    }
    return new Availability(spoken, free);
  }

  private static List<VAvailability> availabilities(String text) {
    if (text.length() > LONGEST)
      throw new IllegalArgumentException(
          "A calendar has at most %,d characters, but got %,d.".formatted(LONGEST, text.length()));
    Calendar calendar;
    try {
      calendar = new CalendarBuilder().build(new StringReader(text));
    } catch (IOException | ParserException | RuntimeException e) {
      throw new IllegalArgumentException("This is no iCalendar text: " + e.getMessage(), e);
    }
    List<VAvailability> found = calendar.getComponents(Component.VAVAILABILITY);
    if (found.isEmpty())
      throw new IllegalArgumentException(
          "The calendar has no VAVAILABILITY (RFC 7953). Maybe it is a calendar of events.");
    return found;
  }

  private static int priority(VAvailability v) {
    int level = v.<Priority>getProperty(Property.PRIORITY).map(Priority::getLevel).orElse(0);
    return level == 0 ? WEAKEST : level;
  }
}
