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
import java.util.Set;
import java.util.concurrent.ThreadFactory;
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
  private static final String GROUP = "feierabend-webhook";
  private static final TopicPartition TOPIC =
      new TopicPartition(TopicNames.RELEASES_OF_CONTACTS, 0);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MAX_RECORDS = 100;

  private final URI url;
  private final HttpClient http;
  private final Polling polling;
  private final Worker worker;

  public Webhook(KafkaClients clients, URI url, ThreadFactory threads) {
    polling = new Polling(() -> reading(clients));
    this.url = Objects.requireNonNull(url, "url");
    http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    worker = polling.worker("webhook", threads, this::round);
  }

  public void start() {
    worker.start();
  }

  private static Consumer<byte[], byte[]> reading(KafkaClients clients) {
    Consumer<byte[], byte[]> consumer = clients.consumer(MAX_RECORDS, GROUP);
    consumer.assign(Set.of(TOPIC));
    return consumer;
  }

  private Duration round() {
    for (ConsumerRecord<byte[], byte[]> record : polling.poll(POLL)) handOn(record);
    return Duration.ZERO;
  }

  private void handOn(ConsumerRecord<byte[], byte[]> record) {
    try {
      ReleaseTopic.idOf(record).ifPresent(id -> post(id, record.value()));
    } catch (RuntimeException e) {
      polling.consumer().seek(TOPIC, record.offset());
      throw e;
    }
    polling.consumer().commitSync(Map.of(TOPIC, new OffsetAndMetadata(record.offset() + 1)));
  }

  private void post(String id, byte[] event) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", ReleaseTopic.MEDIA_TYPE)
            .header("Idempotency-Key", id)
            .POST(HttpRequest.BodyPublishers.ofByteArray(event))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status / 100 == 4 && status != 408 && status != 429)
        LOG.warn("The webhook refused a release with {}; it is not sent again.", status);
      else if (status / 100 != 2) throw new IOException("it answered %d".formatted(status));
    } catch (IOException e) {
      throw new UncheckedIOException("The webhook does not take releases: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(
          "Stopped while the webhook was asked.", new InterruptedIOException());
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
