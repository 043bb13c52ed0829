package org.feierabend.channels.schedule;

import java.util.Optional;
import java.util.concurrent.ThreadFactory;

/** The rounds of a door; one that is not configured has no thread, and nothing to wake or close. */
public final class Rounds implements AutoCloseable {
  private final Optional<Worker> worker;

  /**
   * @param configured empty: the door is off
   */
  public Rounds(String name, Optional<?> configured, ThreadFactory threads, Worker.Round round) {
    worker = configured.map(settings -> new Worker(name, threads, round));
  }

  public void start() {
    worker.ifPresent(Worker::start);
  }

  /** Something may have happened: the next round is now. */
  public void wake() {
    worker.ifPresent(Worker::wake);
  }

  @Override
  public void close() {
    worker.ifPresent(Worker::close);
  }
}
