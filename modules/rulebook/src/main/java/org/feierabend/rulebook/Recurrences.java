package org.feierabend.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Available;
import net.fortuna.ical4j.model.component.VAvailability;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.Duration;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.transform.recurrence.Frequency;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.Spans;

/** One VAVAILABILITY, spelled out over a span of time. */
final class Recurrences {
  private static final java.time.Duration LONGEST = java.time.Duration.ofDays(2);

  private final VAvailability availability;
  private final ZoneId zone;
  private final Span asked;

  Recurrences(VAvailability availability, ZoneId zone, Span asked) {
    this.availability = availability;
    this.zone = zone;
    this.asked = asked;
  }

  /** The part of the asked span it speaks about; without DTSTART or an end it has no border. */
  Optional<Span> enclosing() {
    Optional<Temporal> start = date(availability, Property.DTSTART);
    Instant from = start.map(this::instant).orElse(asked.from());
    Instant to = end(availability).map(this::instant).orElse(asked.to());
    return from.isBefore(to) ? Spans.both(new Span(from, to), asked) : Optional.empty();
  }

  List<Span> available() {
    Optional<Span> enclosing = enclosing();
    List<Span> found = new ArrayList<>();
    if (enclosing.isEmpty()) return found;
    for (Available a : availability.getAvailable())
      for (Span s : spans(a)) Spans.both(s, enclosing.get()).ifPresent(found::add);
    return found;
  }

  private List<Span> spans(Available available) {
    Temporal start =
        date(available, Property.DTSTART)
            .orElseThrow(() -> new IllegalArgumentException("An AVAILABLE has no DTSTART."));
    for (RRule<?> rule : available.<RRule<?>>getProperties(Property.RRULE)) {
      Frequency f = rule.getRecur().getFrequency();
      if (f == Frequency.SECONDLY || f == Frequency.MINUTELY || f == Frequency.HOURLY)
        throw new IllegalArgumentException(
            "An AVAILABLE recurs DAILY, WEEKLY, MONTHLY or YEARLY, but got %s.".formatted(f));
    }
    List<Span> found = new ArrayList<>();
    if (end(available).isEmpty()) {
      Instant from = instant(start); // open until the end of what encloses it
      if (from.isBefore(asked.to())) found.add(new Span(from, asked.to()));
      return found;
    }
    Set<Instant> replaced = replaced(available);
    for (Period<Temporal> p : available.<Temporal>calculateRecurrenceSet(wide(start))) {
      Instant from = instant(p.getStart());
      Instant to = instant(p.getEnd());
      if (!replaced.contains(from) && from.isBefore(to)) found.add(new Span(from, to));
    }
    return found;
  }

  /** The starts other AVAILABLEs of the same UID stand in for (RECURRENCE-ID). */
  private Set<Instant> replaced(Available master) {
    Set<Instant> starts = new HashSet<>();
    if (master.getProperty(Property.RECURRENCE_ID).isPresent()) return starts;
    Optional<String> uid = uid(master);
    for (Available other : availability.getAvailable())
      if (uid.isPresent() && uid.equals(uid(other)))
        date(other, Property.RECURRENCE_ID).map(this::instant).ifPresent(starts::add);
    return starts;
  }

  private static Optional<String> uid(Component c) {
    return c.<Uid>getProperty(Property.UID).map(Uid::getValue);
  }

  /** The asked span in the kind of time the start is written in, and two days before it. */
  private Period<? extends Temporal> wide(Temporal start) {
    Instant from = asked.from().minus(LONGEST);
    Instant to = asked.to();
    if (start instanceof LocalDate)
      return new Period<>(
          LocalDate.ofInstant(from, zone), LocalDate.ofInstant(to, zone).plusDays(1));
    if (start instanceof LocalDateTime)
      return new Period<>(LocalDateTime.ofInstant(from, zone), LocalDateTime.ofInstant(to, zone));
    if (start instanceof ZonedDateTime z)
      return new Period<>(from.atZone(z.getZone()), to.atZone(z.getZone()));
    if (start instanceof OffsetDateTime)
      return new Period<>(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
    return new Period<>(from, to);
  }

  private Optional<Temporal> end(Component c) {
    Optional<Temporal> end = date(c, Property.DTEND);
    if (end.isPresent()) return end;
    Optional<Temporal> start = date(c, Property.DTSTART);
    Optional<TemporalAmount> length =
        c.<Duration>getProperty(Property.DURATION).map(Duration::getDuration);
    return start.isPresent() && length.isPresent()
        ? Optional.of(start.get().plus(length.get()))
        : Optional.empty();
  }

  private static Optional<Temporal> date(Component c, String name) {
    return c.<DateProperty<?>>getProperty(name).map(DateProperty::getDate);
  }

  private Instant instant(Temporal t) {
    if (t instanceof LocalDate d) return d.atStartOfDay(zone).toInstant();
    if (t instanceof LocalDateTime d) return d.atZone(zone).toInstant();
    return Instant.from(t);
  }
}
