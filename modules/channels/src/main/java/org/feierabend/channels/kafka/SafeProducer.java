package org.feierabend.channels.kafka;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.feierabend.intake.Marks.BrokerAway;

/**
 * Sends a list and returns when every record is acknowledged. After a failure the producer is made
 * anew, because an idempotent one may be beyond use. Safe for use by several threads.
 */
final class SafeProducer implements AutoCloseable {
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final KafkaClients clients;
  private final AtomicReference<Producer<byte[], byte[]>> current = new AtomicReference<>();
  private boolean closed;

  SafeProducer(KafkaClients clients) {
    this.clients = clients;
  }

  void send(List<ProducerRecord<byte[], byte[]>> records) {
    Producer<byte[], byte[]> producer = producer();
    AtomicReference<Exception> failure = new AtomicReference<>();
    try {
      for (ProducerRecord<byte[], byte[]> record : records)
        producer.send(
            record,
            (done, e) -> {
              if (e != null) failure.compareAndSet(null, e);
            });
      producer.flush();
    } catch (KafkaException | IllegalStateException e) {
      failure.compareAndSet(null, e);
    }
    if (failure.get() == null) return;
    discard(producer);
    throw new BrokerAway(
        "The broker did not acknowledge %d records: %s"
            .formatted(records.size(), failure.get().getMessage()),
        failure.get());
  }

  private synchronized Producer<byte[], byte[]> producer() {
    if (closed) throw new BrokerAway("Stopped: nothing is sent any more.", null);
    if (current.get() == null) current.set(clients.producer());
    return current.get();
  }

  private void discard(Producer<byte[], byte[]> broken) {
    if (current.compareAndSet(broken, null)) broken.close(Duration.ZERO);
  }

  @Override
  public synchronized void close() {
    closed = true;
    Producer<byte[], byte[]> last = current.getAndSet(null);
    if (last != null) last.close(FAREWELL);
  }
}
