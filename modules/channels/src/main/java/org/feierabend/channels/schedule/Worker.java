package org.feierabend.channels.schedule;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.feierabend.intake.Marks;
import org.feierabend.intake.StoreAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does one thing in rounds. A round that fails is repeated after a pause that grows
 * to {@link #LONGEST_PAUSE}; nothing is skipped, and what is waited for is logged once.
 */
public final class Worker implements AutoCloseable {
  static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
  static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final Duration FAREWELL = Duration.ofSeconds(20);

  /** One round of the work; returns how long the worker may rest before the next. */
  public interface Round {
    Duration once();
  }

  private final String name;
  private final Round round;
  private final Runnable interrupt;
  private final Runnable farewell;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private volatile boolean stopped;
  private boolean awake;
  private Duration pause = SHORTEST_PAUSE;
  private boolean troubled;

  /** Waits for nobody else, and holds nothing. */
  public Worker(String name, ThreadFactory threads, Round round) {
    this(name, threads, round, () -> {}, () -> {});
  }

  /**
   * @param interrupt ends a round that waits for somebody else; called from the closing thread
   * @param farewell releases what the rounds hold; called from the worker's own thread at the end
   */
  public Worker(
      String name, ThreadFactory threads, Round round, Runnable interrupt, Runnable farewell) {
    this.name = Objects.requireNonNull(name, "name");
    this.round = Objects.requireNonNull(round, "round");
    this.interrupt = Objects.requireNonNull(interrupt, "interrupt");
    this.farewell = Objects.requireNonNull(farewell, "farewell");
    thread = threads.newThread(this::run);
    thread.setName("feierabend-" + name);
    thread.setContextClassLoader(Worker.class.getClassLoader());
  }

  public void start() {
    thread.start();
  }

  /** Ends a rest early. */
  public void wake() {
    lock.lock();
    try {
      awake = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public boolean stopped() {
    return stopped;
  }

  private void run() {
    while (!stopped) {
      try {
        Duration rest = round.once();
        recovered();
        rest(rest);
      } catch (RuntimeException e) {
        if (stopped) break;
        waitingBecause(e);
        rest(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    }
    farewell.run();
  }

  private void recovered() {
    if (troubled) LOG.info("{}: goes on.", name);
    troubled = false;
    pause = SHORTEST_PAUSE;
  }

  private void waitingBecause(RuntimeException e) {
    if (troubled) return;
    troubled = true;
    if (e instanceof Marks.BrokerAway)
      LOG.warn("{}: waits for the broker: {}", name, e.getMessage());
    else if (e instanceof StoreAway)
      LOG.warn("{}: waits for the database: {}", name, e.getMessage());
    else if (e instanceof UncheckedIOException) LOG.warn("{}: waits: {}", name, e.getMessage());
    else LOG.error("{}: a round failed and is repeated until it succeeds.", name, e);
  }

  private void rest(Duration rest) {
    lock.lock();
    try {
      long nanos = rest.toNanos();
      while (!awake && !stopped && nanos > 0) nanos = rung.awaitNanos(nanos);
      awake = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    stopped = true;
    wake();
    interrupt.run();
    try {
      if (thread.isAlive()) thread.join(FAREWELL.toMillis());
      if (thread.isAlive())
        LOG.warn(
            "{}: did not stop within {} s.",
            name,
            TimeUnit.MILLISECONDS.toSeconds(FAREWELL.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
