package org.feierabend.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Reachability;

/**
 * Dry runs in memory, one after the other, each to be watched while it goes on; the last few are
 * remembered, and none outlives the server. Nothing about people is in what it says.
 */
public final class DryRunDesk implements AutoCloseable {
  /** So many runs are remembered, the newest. */
  static final int MOST = 50;

  /** Where a run stands. */
  public enum State {
    /** It waits for the log it is to be tried on, or reads it. */
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * @param percent of what is to be read or decided
   * @param report as soon as it is done
   */
  public record Status(UUID id, State state, int percent, Optional<DryRunReport> report) {}

  /** One run; its own lock. */
  private static final class Run {
    private final UUID id = UUID.randomUUID();
    private final EmployerId employer;
    private final List<Reachability> editions;
    private State state = State.WAITING;
    private boolean taken;
    private int percent;
    private Optional<DryRunReport> report = Optional.empty();

    private Run(EmployerId employer, List<Reachability> editions) {
      this.employer = employer;
      this.editions = editions;
    }

    private synchronized Status status() {
      return new Status(id, state, percent, report);
    }

    private synchronized void at(State now, int part) {
      state = now;
      percent = part;
    }

    private synchronized void done(DryRunReport result) {
      report = Optional.of(result);
      at(State.DONE, 100);
    }

    private synchronized boolean take() {
      boolean free = !taken;
      taken = true;
      return free;
    }
  }

  private static final System.Logger LOG = System.getLogger(DryRunDesk.class.getName());

  private final ExecutorService worker;
  private final Map<UUID, Run> runs =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Run> eldest) {
          return size() > MOST;
        }
      };

  public DryRunDesk(ThreadFactory threads) {
    worker = Executors.newSingleThreadExecutor(threads);
  }

  /**
   * A run that waits for its traffic.
   *
   * @param before decides as it is now
   * @param after decides as it is proposed
   */
  public Status open(EmployerId employer, Reachability before, Reachability after) {
    Run run = new Run(Objects.requireNonNull(employer, "employer"), List.of(before, after));
    synchronized (runs) {
      runs.put(run.id, run);
    }
    return run.status();
  }

  /** Empty: this employer has no such run. */
  public Optional<Status> status(EmployerId employer, UUID id) {
    return find(employer, id).map(Run::status);
  }

  /** False: it has its traffic already, or there is no such run. */
  public boolean take(EmployerId employer, UUID id) {
    return find(employer, id).filter(Run::take).isPresent();
  }

  /** How far the reading of a log has come. */
  public void reading(EmployerId employer, UUID id, int percent) {
    find(employer, id).ifPresent(run -> run.at(State.WAITING, percent));
  }

  /** The log could not be read. */
  public void fail(EmployerId employer, UUID id) {
    find(employer, id).ifPresent(run -> run.at(State.FAILED, 0));
  }

  /** Tries both editions on the traffic, in its turn. */
  public void start(EmployerId employer, UUID id, Traffic traffic) {
    find(employer, id)
        .ifPresent(
            run -> {
              run.at(State.RUNNING, 0);
              worker.execute(() -> run(run, traffic));
            });
  }

  private static void run(Run run, Traffic traffic) {
    try {
      int people = Math.max(1, traffic.people().size());
      AtomicInteger decided = new AtomicInteger();
      List<DryRunResult> results =
          DryRun.of(
              traffic,
              run.editions,
              person -> run.at(State.RUNNING, (int) (99L * decided.incrementAndGet() / people)));
      run.done(new DryRunReport(results.get(0), results.get(1)));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A dry run broke off.", e);
      run.at(State.FAILED, 0);
    }
  }

  private Optional<Run> find(EmployerId employer, UUID id) {
    synchronized (runs) {
      return Optional.ofNullable(runs.get(id)).filter(run -> run.employer.equals(employer));
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
