package org.feierabend.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;

/** A source of events of our own, written from the published description alone. */
final class Source implements AutoCloseable {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final int LANES = 2;

  private final String employer;
  private final KafkaProducer<String, String> producer;
  private final Admin admin;
  private int number;

  Source(RunningInstance instance, String employer) {
    this.employer = employer;
    this.admin = Admin.create(instance.kafka());
    this.producer =
        new KafkaProducer<>(instance.kafka(), new StringSerializer(), new StringSerializer());
  }

  /** The server may have been faster. */
  void createTopic(LocalDate monday) throws ExecutionException, InterruptedException {
    NewTopic topic =
        new NewTopic(topic(monday), Optional.of(LANES), Optional.empty())
            .configs(Map.of("retention.ms", "-1"));
    try {
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) throw e;
    }
  }

  void mail(String recipient, String sender, LocalDateTime at) {
    send(
        at.toLocalDate(),
        Math.floorMod(recipient.hashCode(), LANES),
        "org.feierabend.contact.v1",
        at,
        "{\"recipient\":\"%s\",\"sender\":\"%s\",\"sender_role\":\"COLLEAGUE\",\"channel\":\"MAIL\"}"
            .formatted(recipient, sender));
  }

  /** Ends the day in every lane. */
  void endOf(LocalDate day, boolean file) {
    LocalDateTime midnight = day.plusDays(1).atStartOfDay();
    String data =
        "{\"until\":\"%s\"%s}"
            .formatted(midnight.atZone(BERLIN).toInstant(), file ? ",\"end\":true" : "");
    for (int lane = 0; lane < LANES; lane++)
      send(day, lane, "org.feierabend.clock.v1", midnight, data);
  }

  private void send(LocalDate day, int lane, String type, LocalDateTime at, String data) {
    ProducerRecord<String, String> record =
        new ProducerRecord<>(
            topic(day.with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
            lane,
            null,
            data);
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", "own-" + ++number);
    header(record, "ce_source", "urn:acceptance");
    header(record, "ce_type", type);
    header(record, "ce_time", at.atZone(BERLIN).toInstant().toString());
    header(record, "content-type", "application/json");
    producer.send(record);
  }

  private static void header(ProducerRecord<String, String> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  void flush() {
    producer.flush();
  }

  private String topic(LocalDate monday) {
    return "feierabend.events.%s.%04d-W%02d"
        .formatted(
            employer,
            monday.get(IsoFields.WEEK_BASED_YEAR),
            monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
