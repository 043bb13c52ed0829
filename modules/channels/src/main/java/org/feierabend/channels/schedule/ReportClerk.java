package org.feierabend.channels.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import org.feierabend.intake.ReportRound;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;

/**
 * Looks which reports are due whenever the half-minute bell rings. On a thread of its own: a mail
 * server that is away must not hold up a week's closing.
 */
public final class ReportClerk implements AutoCloseable {
  private static final Duration UNTIL_THE_BELL = Duration.ofHours(1);

  private final Directory directory;
  private final EmployerClock clock;
  private final ReportRound reports;
  private final Worker worker;

  public ReportClerk(
      Directory directory, EmployerClock clock, ReportRound reports, ThreadFactory threads) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.reports = Objects.requireNonNull(reports, "reports");
    worker = new Worker("reports", threads, this::round, () -> {}, () -> {});
  }

  public void start() {
    worker.start();
  }

  /** The bell rang. */
  public void wake() {
    worker.wake();
  }

  /** One employer's trouble does not hold up another's reports. */
  private Duration round() {
    List<RuntimeException> failures = new ArrayList<>();
    for (Employer employer : directory.employers())
      try {
        reports.round(employer, clock.now(employer));
      } catch (RuntimeException e) {
        failures.add(e);
      }
    if (failures.isEmpty()) return UNTIL_THE_BELL;
    RuntimeException first = failures.get(0);
    failures.stream().skip(1).forEach(first::addSuppressed);
    throw first;
  }

  @Override
  public void close() {
    worker.close();
  }
}
