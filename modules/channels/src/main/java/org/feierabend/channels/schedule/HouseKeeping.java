package org.feierabend.channels.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import org.feierabend.contact.EmployerId;
import org.feierabend.intake.Closing;
import org.feierabend.intake.Opening;
import org.feierabend.intake.ReleaseOfContacts;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;

/**
 * The round of the house: weeks are opened ahead, contacts of event time released, weeks that are
 * over closed, and what is kept no longer forgotten. Woken by event clocks that moved and by the
 * half-minute bell.
 */
public final class HouseKeeping implements AutoCloseable {
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration LATER = Duration.ofSeconds(30);

  private final Directory directory;
  private final EmployerClock clock;
  private final Opening opening;
  private final ReleaseOfContacts releases;
  private final Closing closing;
  private final BiConsumer<Employer, Instant> forgetting;
  private final Worker worker;
  private final Set<EmployerId> finished = new HashSet<>();

  public HouseKeeping(
      Directory directory,
      EmployerClock clock,
      Opening opening,
      ReleaseOfContacts releases,
      Closing closing,
      BiConsumer<Employer, Instant> forgetting,
      ThreadFactory threads) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.opening = Objects.requireNonNull(opening, "opening");
    this.releases = Objects.requireNonNull(releases, "releases");
    this.closing = Objects.requireNonNull(closing, "closing");
    this.forgetting = Objects.requireNonNull(forgetting, "forgetting");
    worker = new Worker("house-keeping", threads, this::round);
  }

  public void start() {
    worker.start();
  }

  /** Something may be due: do the round now. */
  public void wake() {
    worker.wake();
  }

  private Duration round() {
    boolean done = true;
    for (Employer employer : directory.employers())
      if (employer.clock() == Employer.ClockKind.WALL || !finished.contains(employer.id()))
        done &= round(employer);
    return done ? LATER : SOON;
  }

  private boolean round(Employer employer) {
    boolean ended = closing.ended(employer); // asked first: only then is the clock below the last
    Instant now = clock.now(employer);
    opening.openDue(employer, now);
    if (employer.clock() == Employer.ClockKind.EVENT) releases.releaseDue(employer, now);
    boolean done = closing.closeDue(employer, now);
    forgetting.accept(employer, now);
    if (done && ended) finished.add(employer.id());
    return done;
  }

  @Override
  public void close() {
    worker.close();
  }
}
