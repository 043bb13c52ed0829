package org.feierabend.channels.calendar;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.Ref;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts.Span;

/**
 * Meetings become events when they begin: start, end and how many are invited. Busy times as the
 * server sums them up are asked for first, at the Outbox or of the calendar; only where it cannot,
 * the times of events are read. What is known of coming meetings lives in memory alone.
 */
public final class MeetingsBegun {
  private static final Duration BACK = Duration.ofHours(24); // what began while we were away
  private static final Duration AHEAD = Duration.ofDays(2);
  private static final Duration ANEW = Duration.ofDays(1);
  private static final Duration UNTOLD = Duration.ofMinutes(10); // of whose changes nobody tells us
  private static final String UNKNOWN = "";

  /**
   * What is known of one calendar.
   *
   * @param version changes with it; {@link #UNKNOWN} when we may not read that
   */
  private record Known(String version, Instant read, List<Meeting> meetings) {
    boolean holds(String now, Instant at) {
      Duration lasts = version.equals(UNKNOWN) ? UNTOLD : ANEW;
      return version.equals(now) && read.plus(lasts).isAfter(at);
    }
  }

  private record Found(Optional<Scheduling.Outbox> outbox, Instant until) {}

  private final Directory directory;
  private final Intake intake;
  private final Map<Long, Known> known = new HashMap<>();
  private final Map<String, Instant> told =
      new HashMap<>(); // a restart tells again, and counts once
  private Found found = new Found(Optional.empty(), Instant.MIN);

  public MeetingsBegun(Directory directory, Intake intake) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.intake = Objects.requireNonNull(intake, "intake");
  }

  /** One look at everybody's calendar; whether anything began. */
  boolean round(CalDavSettings settings, CalDavCalls calls, Employer employer, Instant now)
      throws IOException {
    if (!found.until().isAfter(now))
      found = new Found(new Scheduling(calls).outbox(), now.plus(Duration.ofHours(1)));
    List<Incoming.Event> begun = new ArrayList<>();
    for (Person person : directory.people(employer)) {
      Optional<String> path = settings.pathOf(person);
      if (path.isPresent()) begun.addAll(begun(calls, employer, person, path.get(), now));
    }
    if (!begun.isEmpty()) {
      intake.accept(employer, begun, now);
      for (Incoming.Event event : begun) told.put(event.ref().id(), now);
    }
    told.values().removeIf(then -> then.isBefore(now.minus(BACK).minus(ANEW)));
    return !begun.isEmpty();
  }

  private List<Incoming.Event> begun(
      CalDavCalls calls, Employer employer, Person person, String path, Instant now)
      throws IOException {
    List<Incoming.Event> events = new ArrayList<>();
    for (Meeting m : meetings(calls, employer, person, path, now))
      if (m.begunBetween(now.minus(BACK), now) && !told.containsKey(key(person, m)))
        events.add(
            new Incoming.Meeting(
                new Ref("urn:caldav", key(person, m)),
                person.id(),
                m.span().from(),
                m.span().to(),
                m.invited(),
                false,
                m.span().from()));
    return events;
  }

  /** One and the same meeting is an event for each of its people. */
  private static String key(Person person, Meeting meeting) {
    return meeting.id() + "-" + person.no();
  }

  private List<Meeting> meetings(
      CalDavCalls calls, Employer employer, Person person, String path, Instant now)
      throws IOException {
    CalDavClient client = new CalDavClient(calls);
    Optional<String> version = client.version(path);
    Known before = known.get(person.no());
    if (before != null && before.holds(version.orElse(UNKNOWN), now)) return before.meetings();
    Span span = new Span(now.minus(BACK), now.plus(AHEAD));
    Optional<List<Meeting>> busy = outbox(calls, person, span, now);
    if (busy.isEmpty() && version.isPresent()) busy = client.freeBusy(path, span);
    List<Meeting> meetings;
    if (busy.isPresent()) meetings = busy.get();
    else meetings = version.isPresent() ? client.events(path, employer.zone(), span) : List.of();
    known.put(person.no(), new Known(version.orElse(UNKNOWN), now, meetings));
    return meetings;
  }

  private Optional<List<Meeting>> outbox(CalDavCalls calls, Person person, Span span, Instant now)
      throws IOException {
    Optional<String> mail = person.addresses().mail().stream().findFirst();
    return found.outbox().isPresent() && mail.isPresent()
        ? new Scheduling(calls).busy(found.outbox().get(), mail.get(), span, now)
        : Optional.empty();
  }
}
