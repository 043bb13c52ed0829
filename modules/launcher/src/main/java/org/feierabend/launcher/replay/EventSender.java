package org.feierabend.launcher.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.feierabend.launcher.Trouble;
import org.feierabend.timeline.IsoWeek;

/**
 * Writes events and day markers as CloudEvents in Kafka's binary form, each partition in order.
 * Keys are empty: nothing about a person stands outside the data.
 */
final class EventSender implements AutoCloseable {
  private static final int BATCH_BYTES = 256 * 1024;
  private static final long BUFFER_BYTES = 32L << 20;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Producer<byte[], byte[]> producer;
  private final String employer;
  private final Header source;
  private final Map<String, Header> types = new HashMap<>();
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private static final Header SPEC = header("ce_specversion", "1.0");
  private static final Header JSON = header("content-type", "application/json");

  EventSender(Producer<byte[], byte[]> producer, String employer) {
    this.producer = producer;
    this.employer = employer;
    this.source = header("ce_source", "urn:feierabend:replay:" + employer);
  }

  static EventSender to(Map<String, Object> kafkaClient, String employer) {
    Map<String, Object> settings = new HashMap<>(kafkaClient);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // A topic just made may refuse the first batch and take the second, whose sequence then bars
    // the first for good; one batch on its way at a time cannot be overtaken.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return new EventSender(
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
        employer);
  }

  void send(IsoWeek week, ReplayEvent event) {
    int lane = Math.floorMod(Integer.hashCode(event.person()), EventTopics.PARTITIONS);
    send(week, lane, event);
  }

  /** Tells every lane that time has reached {@code until}. */
  void marker(IsoWeek week, Instant until, boolean end) {
    String data = "{\"until\":\"%s\"%s}".formatted(until, end ? ",\"end\":true" : "");
    byte[] bytes = data.getBytes(StandardCharsets.US_ASCII);
    for (int lane = 0; lane < EventTopics.PARTITIONS; lane++) {
      String id = "clock-%s-%d%s".formatted(until, lane, end ? "-end" : "");
      send(week, lane, new ReplayEvent(id, until, ReplayEvent.CLOCK, lane, bytes));
    }
  }

  private void send(IsoWeek week, int lane, ReplayEvent event) {
    check();
    List<Header> headers = new ArrayList<>(6);
    headers.add(SPEC);
    headers.add(header("ce_id", event.id()));
    headers.add(source);
    headers.add(types.computeIfAbsent(event.type(), type -> header("ce_type", type)));
    headers.add(header("ce_time", event.at().toString()));
    headers.add(JSON);
    producer.send(
        new ProducerRecord<>(
            EventTopics.name(employer, week), lane, null, null, event.data(), headers),
        (done, e) -> {
          if (e != null) failure.compareAndSet(null, e);
        });
  }

  /** Returns when everything sent so far is acknowledged by the broker. */
  void flush() {
    producer.flush();
    check();
  }

  private void check() {
    Exception e = failure.get();
    if (e != null)
      throw Trouble.of(
          "The broker did not take the events: %s".formatted(e),
          "Der Broker hat die Ereignisse nicht angenommen: %s".formatted(e),
          e);
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(10));
  }
}
