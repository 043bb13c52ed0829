package org.feierabend.channels.kafka;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.feierabend.channels.schedule.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands releases of contacts on to one URL, in order, at least once; the event's id is the
 * idempotency key. Reads the releases topic, so a receiver that is away holds up nobody else.
 */
public final class Webhook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Webhook.class);
  private static final TopicPartition TOPIC =
      new TopicPartition(TopicNames.RELEASES_OF_CONTACTS, 0);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MAX_RECORDS = 100;

  /**
   * Who is told.
   *
   * @param name of the reading group, which remembers how far it came
   * @param bearer the secret that opens the receiver
   * @param wanted whether an event concerns the receiver; it sees no other
   */
  public record Receiver(String name, URI url, Optional<String> bearer, Predicate<byte[]> wanted) {
    public static Receiver ofAll(URI url) {
      return new Receiver("webhook", url, Optional.empty(), event -> true);
    }
  }

  private final Receiver receiver;
  private final HttpClient http;
  private final Polling polling;
  private final Worker worker;

  public Webhook(KafkaClients clients, Receiver receiver, ThreadFactory threads) {
    this.receiver = Objects.requireNonNull(receiver, "receiver");
    polling = new Polling(() -> reading(clients));
    http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    worker = polling.worker(receiver.name(), threads, this::round);
  }

  public void start() {
    worker.start();
  }

  private Consumer<byte[], byte[]> reading(KafkaClients clients) {
    Consumer<byte[], byte[]> consumer =
        clients.consumer(MAX_RECORDS, "feierabend-" + receiver.name());
    consumer.assign(Set.of(TOPIC));
    return consumer;
  }

  private Duration round() {
    for (ConsumerRecord<byte[], byte[]> record : polling.poll(POLL)) handOn(record);
    return Duration.ZERO;
  }

  private void handOn(ConsumerRecord<byte[], byte[]> record) {
    try {
      if (receiver.wanted().test(record.value()))
        ReleaseTopic.idOf(record).ifPresent(id -> post(id, record.value()));
    } catch (RuntimeException e) {
      polling.consumer().seek(TOPIC, record.offset());
      throw e;
    }
    polling.consumer().commitSync(Map.of(TOPIC, new OffsetAndMetadata(record.offset() + 1)));
  }

  private void post(String id, byte[] event) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(receiver.url())
            .timeout(PATIENCE)
            .header("Content-Type", ReleaseTopic.MEDIA_TYPE)
            .header("Idempotency-Key", id)
            .POST(HttpRequest.BodyPublishers.ofByteArray(event));
    receiver.bearer().ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    try {
      int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 == 4 && status != 408 && status != 429)
        LOG.warn("{} refused a release with {}; it is not sent again.", receiver.name(), status);
      else if (status / 100 != 2) throw new IOException("it answered %d".formatted(status));
    } catch (IOException e) {
      throw new UncheckedIOException("It does not take releases: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(
          "Stopped while a receiver was asked.", new InterruptedIOException());
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
