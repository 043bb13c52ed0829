package org.feierabend.channels.calendar;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.feierabend.channels.schedule.Worker;
import org.feierabend.contact.Channel;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.Ref;
import org.feierabend.door.Door;
import org.feierabend.door.LastEvent;
import org.feierabend.door.Standing;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Meetings of a CalDAV server become events when they begin: start, end and how many are invited. A
 * calendar is read again when its sync-token changed; what is known of coming meetings lives in
 * memory alone, and is times.
 */
public final class CalDavDoor implements Door, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CalDavDoor.class);
  private static final Duration BACK = Duration.ofHours(24); // what began while we were away
  private static final Duration AHEAD = Duration.ofDays(2);
  private static final Duration ANEW = Duration.ofDays(1);
  private static final Duration UNTIL_THE_BELL = Duration.ofHours(1);

  /** What is known of one calendar. */
  private record Known(String version, Instant read, List<Meeting> meetings) {}

  private final Optional<CalDavSettings> settings;
  private final Directory directory;
  private final Intake intake;
  private final Clock clock;
  private final LastEvent last = new LastEvent();
  private final Map<Long, Known> known = new HashMap<>();
  private final Map<String, Instant> told =
      new HashMap<>(); // a restart tells again, and counts once
  private final Worker worker;
  private volatile Standing standing = new Standing.Off();

  /**
   * @param settings empty: the door is off
   */
  public CalDavDoor(
      Optional<CalDavSettings> settings,
      Directory directory,
      Intake intake,
      Clock clock,
      ThreadFactory threads) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.directory = Objects.requireNonNull(directory, "directory");
    this.intake = Objects.requireNonNull(intake, "intake");
    this.clock = Objects.requireNonNull(clock, "clock");
    worker = new Worker("caldav", threads, this::onBell, () -> {}, () -> {});
  }

  public void start() {
    if (settings.isPresent()) worker.start();
  }

  /** Quartz rang. */
  public void wake() {
    if (settings.isPresent()) worker.wake();
  }

  private Duration onBell() {
    settings.ifPresent(this::round);
    return UNTIL_THE_BELL;
  }

  /** One look at everybody's calendar. */
  void round(CalDavSettings s) {
    Optional<Employer> employer = directory.employer(s.employer());
    if (employer.isEmpty()) {
      standing = new Standing.Down(s.toString(), Standing.Trouble.EMPLOYER_UNKNOWN);
      return;
    }
    Instant now = clock.instant();
    CalDavClient client = new CalDavClient(s);
    try {
      List<Incoming.Event> begun = new ArrayList<>();
      for (Person person : directory.people(employer.get())) {
        String path = s.pathOf(person);
        if (!path.isEmpty()) begun.addAll(begun(client, employer.get(), person, path, now));
      }
      if (!begun.isEmpty()) {
        intake.accept(employer.get(), begun, now);
        for (Incoming.Event event : begun) told.put(event.ref().id(), now);
        last.at(now);
      }
      told.values().removeIf(then -> then.isBefore(now.minus(BACK).minus(ANEW)));
      standing = new Standing.Up(s.toString());
    } catch (CalDavClient.Refused e) {
      standing = new Standing.Down(s.toString(), Standing.Trouble.CREDENTIALS_REFUSED);
    } catch (IOException e) {
      if (standing instanceof Standing.Up)
        LOG.warn("caldav: the calendar server is away: {}", e.getClass().getSimpleName());
      standing = new Standing.Down(s.toString(), Standing.Trouble.SERVER_AWAY);
    }
  }

  private List<Incoming.Event> begun(
      CalDavClient client, Employer employer, Person person, String path, Instant now)
      throws IOException {
    List<Incoming.Event> events = new ArrayList<>();
    for (Meeting m : meetings(client, employer, person.no(), path, now))
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
      CalDavClient client, Employer employer, long person, String path, Instant now)
      throws IOException {
    Optional<String> version = client.version(path);
    if (version.isEmpty()) return List.of();
    Known before = known.get(person);
    boolean fresh =
        before != null
            && before.version().equals(version.get())
            && before.read().plus(ANEW).isAfter(now);
    if (fresh) return before.meetings();
    Span span = new Span(now.minus(BACK), now.plus(AHEAD));
    Optional<List<Meeting>> summedUp = client.freeBusy(path, span);
    List<Meeting> meetings =
        summedUp.isPresent() ? summedUp.get() : client.events(path, employer.zone(), span);
    known.put(person, new Known(version.get(), now, meetings));
    return meetings;
  }

  @Override
  public String name() {
    return "calendar";
  }

  /** Nothing waits for the engine here. */
  @Override
  public Optional<Channel> channel() {
    return Optional.empty();
  }

  @Override
  public Optional<EmployerId> employer() {
    return settings.map(CalDavSettings::employer);
  }

  @Override
  public Standing standing() {
    return settings.map(this::looked).orElseGet(Standing.Off::new);
  }

  private Standing looked(CalDavSettings s) {
    if (directory.employer(s.employer()).isEmpty())
      return new Standing.Down(s.toString(), Standing.Trouble.EMPLOYER_UNKNOWN);
    try {
      int status = new CalDavClient(s).status();
      return status == 401 || status == 403
          ? new Standing.Down(s.toString(), Standing.Trouble.CREDENTIALS_REFUSED)
          : standing instanceof Standing.Down down
                  && down.trouble() == Standing.Trouble.CREDENTIALS_REFUSED
              ? down
              : new Standing.Up(s.toString());
    } catch (IOException e) {
      return new Standing.Down(s.toString(), Standing.Trouble.SERVER_AWAY);
    }
  }

  @Override
  public Optional<Instant> lastEvent() {
    return last.instant();
  }

  @Override
  public void close() {
    worker.close();
  }
}
