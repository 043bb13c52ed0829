package org.feierabend.channels.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import org.feierabend.intake.Failures;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;

/**
 * Looks what may be done with releases, such as alerts and reports, whenever the half-minute bell
 * rings. On a thread of its own: a mail server that is away must not hold up a week's closing.
 */
public final class Clerk implements AutoCloseable {
  private static final Duration UNTIL_THE_BELL = Duration.ofHours(1);

  private final Directory directory;
  private final EmployerClock clock;
  private final List<BiConsumer<Employer, Instant>> duties;
  private final Worker worker;

  public Clerk(
      Directory directory,
      EmployerClock clock,
      List<BiConsumer<Employer, Instant>> duties,
      ThreadFactory threads) {
    this("clerk", directory, clock, duties, threads);
  }

  /**
   * @param name of the thread
   * @param duties done in this order for each employer, at its own time
   */
  public Clerk(
      String name,
      Directory directory,
      EmployerClock clock,
      List<BiConsumer<Employer, Instant>> duties,
      ThreadFactory threads) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.duties = List.copyOf(duties);
    worker = new Worker(name, threads, this::round);
  }

  public void start() {
    worker.start();
  }

  /** The bell rang. */
  public void wake() {
    worker.wake();
  }

  /** Neither one employer's trouble nor one duty's holds up the others. */
  private Duration round() {
    Failures failures = new Failures();
    for (Employer employer : directory.employers())
      for (BiConsumer<Employer, Instant> duty : duties)
        try {
          duty.accept(employer, clock.now(employer));
        } catch (RuntimeException e) {
          failures.add(e);
        }
    failures.throwFirst();
    return UNTIL_THE_BELL;
  }

  @Override
  public void close() {
    worker.close();
  }
}
