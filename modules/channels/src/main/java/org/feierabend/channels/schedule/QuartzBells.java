package org.feierabend.channels.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.feierabend.contact.EmployerId;
import org.feierabend.intake.Bells;
import org.feierabend.intake.Deferrals;
import org.feierabend.intake.ReleaseOfContacts;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bell per employer and distinct instant, kept in the database; bells slept through ring at
 * start. A bell only rings: what is due is read from the deferrals themselves.
 */
public final class QuartzBells implements Bells, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QuartzBells.class);
  private static final Duration ROUND = Duration.ofSeconds(30);
  private static final String RELEASES = "releases";
  private static final String HOUSE = "house";
  private static final int LOOK_AHEAD = 1_000;

  private final Scheduler scheduler;
  private final Directory directory;
  private final Deferrals deferrals;
  private final ReleaseOfContacts releases;
  private final EmployerClock clock;
  private final Runnable houseKeeping;
  private final Set<TriggerKey> hung = ConcurrentHashMap.newKeySet();

  /**
   * @param name of the scheduler, unique in this JVM
   * @param dataSource a small pool with the {@code qrtz_} tables
   * @param houseKeeping called every half minute; only wakes others
   */
  public QuartzBells(
      String name,
      DataSource dataSource,
      Directory directory,
      Deferrals deferrals,
      ReleaseOfContacts releases,
      EmployerClock clock,
      Runnable houseKeeping) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.deferrals = Objects.requireNonNull(deferrals, "deferrals");
    this.releases = Objects.requireNonNull(releases, "releases");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.houseKeeping = Objects.requireNonNull(houseKeeping, "houseKeeping");
    try {
      scheduler = QuartzSettings.scheduler(name, dataSource);
      scheduler.setJobFactory(
          (fired, s) ->
              fired.getJobDetail().getJobClass() == BellJob.class
                  ? new BellJob(this)
                  : new HalfMinuteJob(this));
    } catch (SchedulerException e) {
      throw new IllegalStateException(
          "The scheduler does not start; are the qrtz_ tables there (Flyway V10)?", e);
    }
  }

  public void start() {
    try {
      Trigger everyHalfMinute =
          TriggerBuilder.newTrigger()
              .withIdentity(HOUSE)
              .startNow()
              .withSchedule(
                  SimpleScheduleBuilder.repeatSecondlyForever((int) ROUND.toSeconds())
                      .withMisfireHandlingInstructionNextWithRemainingCount())
              .build();
      JobDetail round = JobBuilder.newJob(HalfMinuteJob.class).withIdentity(HOUSE).build();
      scheduler.scheduleJob(round, Set.of(everyHalfMinute), true);
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("The scheduler does not start.", e);
    }
  }

  @Override
  public void ringAt(Employer employer, Set<Instant> instants) {
    try {
      for (Instant instant : instants) hang(employer, instant);
    } catch (SchedulerException e) {
      LOG.warn(
          "A bell was not hung and will be within {} s: {}", ROUND.toSeconds(), e.getMessage());
    }
  }

  private void hang(Employer employer, Instant instant) throws SchedulerException {
    TriggerKey key = new TriggerKey(employer.id() + "@" + instant, RELEASES);
    if (!hung.add(key)) return;
    Trigger bell =
        TriggerBuilder.newTrigger()
            .withIdentity(key)
            .startAt(Date.from(instant))
            .withSchedule(
                SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
            .build();
    try {
      scheduler.scheduleJob(jobOf(employer), triggersOf(employer, bell), true);
    } catch (SchedulerException e) {
      hung.remove(key);
      throw e;
    }
  }

  private static JobDetail jobOf(Employer employer) {
    return JobBuilder.newJob(BellJob.class)
        .withIdentity(employer.id().value(), RELEASES)
        .storeDurably()
        .build();
  }

  private static Set<Trigger> triggersOf(Employer employer, Trigger bell) {
    return Set.of(bell.getTriggerBuilder().forJob(employer.id().value(), RELEASES).build());
  }

  /** A bell rang. What fails is tried again in the next half minute. */
  void rung(String employer, TriggerKey bell) {
    hung.remove(bell);
    directory.employer(new EmployerId(employer)).ifPresent(this::release);
  }

  void halfMinute() {
    for (Employer employer : directory.employers()) {
      if (employer.clock() != Employer.ClockKind.WALL) continue;
      ringAt(employer, new TreeSet<>(deferrals.bells(employer, LOOK_AHEAD)));
      release(employer);
    }
    houseKeeping.run();
  }

  private void release(Employer employer) {
    try {
      releases.releaseDue(employer, clock.now(employer));
    } catch (RuntimeException e) {
      LOG.warn(
          "Contacts of {} stay held and are tried again within {} s: {}",
          employer.id(),
          ROUND.toSeconds(),
          e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      LOG.warn("The scheduler did not stop well: {}", e.getMessage());
    }
  }
}
