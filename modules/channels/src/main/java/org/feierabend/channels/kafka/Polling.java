package org.feierabend.channels.kafka;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.feierabend.channels.schedule.Worker;

/** The consumer of one worker: opened, polled and closed in its thread, woken from any other. */
final class Polling {
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Supplier<Consumer<byte[], byte[]>> opening;
  private volatile Consumer<byte[], byte[]> consumer;

  Polling(Supplier<Consumer<byte[], byte[]>> opening) {
    this.opening = opening;
  }

  /** A worker that polls here in its rounds. */
  Worker worker(String name, ThreadFactory threads, Worker.Round round) {
    return new Worker(name, threads, round, this::wake, this::leave);
  }

  /** Opened on first need. */
  Consumer<byte[], byte[]> consumer() {
    if (consumer == null) consumer = opening.get();
    return consumer;
  }

  /** Nothing where the wait was ended, as when the worker is to stop. */
  ConsumerRecords<byte[], byte[]> poll(Duration wait) {
    try {
      return consumer().poll(wait);
    } catch (WakeupException stop) {
      return ConsumerRecords.empty();
    }
  }

  private void wake() {
    Consumer<byte[], byte[]> reading = consumer;
    if (reading != null) reading.wakeup();
  }

  private void leave() {
    if (consumer != null) consumer.close(CloseOptions.timeout(FAREWELL));
  }
}
