package org.feierabend.channels.calendar;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import org.feierabend.channels.schedule.Rounds;
import org.feierabend.contact.Channel;
import org.feierabend.contact.EmployerId;
import org.feierabend.door.Door;
import org.feierabend.door.LastEvent;
import org.feierabend.door.Standing;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A CalDAV server beside us: every half minute meetings that began are told, and free times are
 * kept there for those who want it.
 */
public final class CalDavDoor implements Door, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CalDavDoor.class);
  private static final Duration UNTIL_THE_BELL = Duration.ofHours(1);

  private final Optional<CalDavSettings> settings;
  private final Directory directory;
  private final MeetingsBegun meetings;
  private final KeepingTimes keeping;
  private final Clock clock;
  private final LastEvent last = new LastEvent();
  private final Rounds rounds;
  private volatile Standing standing = new Standing.Off();

  /**
   * @param settings empty: the door is off
   */
  public CalDavDoor(
      Optional<CalDavSettings> settings,
      Directory directory,
      MeetingsBegun meetings,
      KeepingTimes keeping,
      Clock clock,
      ThreadFactory threads) {
    this.settings = Objects.requireNonNull(settings, "settings");
    this.directory = Objects.requireNonNull(directory, "directory");
    this.meetings = Objects.requireNonNull(meetings, "meetings");
    this.keeping = Objects.requireNonNull(keeping, "keeping");
    this.clock = Objects.requireNonNull(clock, "clock");
    rounds = new Rounds("caldav", settings, threads, this::onBell);
  }

  public void start() {
    rounds.start();
  }

  /** Quartz rang. */
  public void wake() {
    rounds.wake();
  }

  private Duration onBell() {
    settings.ifPresent(this::round);
    return UNTIL_THE_BELL;
  }

  /** One look at the server. */
  void round(CalDavSettings s) {
    Optional<Employer> employer = directory.employer(s.employer());
    if (employer.isEmpty()) {
      standing = new Standing.Down(s.toString(), Standing.Trouble.EMPLOYER_UNKNOWN);
      return;
    }
    Instant now = clock.instant();
    CalDavCalls calls = new CalDavCalls(s);
    try {
      if (meetings.round(s, calls, employer.get(), now)) last.at(now);
      keeping.round(s, new Scheduling(calls), employer.get(), now);
      standing = new Standing.Up(s.toString());
    } catch (CalDavCalls.Refused e) {
      standing = new Standing.Down(s.toString(), Standing.Trouble.CREDENTIALS_REFUSED);
    } catch (IOException e) {
      if (standing instanceof Standing.Up)
        LOG.warn("caldav: the calendar server is away: {}", e.getClass().getSimpleName());
      standing = new Standing.Down(s.toString(), Standing.Trouble.SERVER_AWAY);
    }
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
      int status = new CalDavClient(new CalDavCalls(s)).status();
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
    rounds.close();
  }
}
