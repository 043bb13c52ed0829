package org.feierabend.server.chain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.feierabend.channels.kafka.TopicNames;
import org.feierabend.contact.EmployerId;
import org.feierabend.timeline.IsoWeek;

/** Made-up messages over some weeks, some doubled, some out of order, and what is to be counted. */
public final class Traffic {
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  public static final IsoWeek FIRST = IsoWeek.parse("2026-W03"); // no holiday in it or the next two
  static final int BLOCKS = 3;

  private record Message(int id, int person, Instant at) {}

  public final int people;
  public final int weeks;
  public final int events;
  public int doubled;
  private final Random random;
  private final Map<IsoWeek, Map<Integer, Integer>> outsideByPerson = new HashMap<>();

  public Traffic(int people, int weeks, int events, long seed) {
    this.people = people;
    this.weeks = weeks;
    this.events = events / (weeks * 7) * weeks * 7;
    random = new Random(seed);
  }

  public static String person(int number) {
    return "person-%05d".formatted(number);
  }

  /** Writes everything as a replay does: lane by lane, a marker at every midnight. */
  public void write(EmployerId employer, String broker) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      int days = weeks * 7;
      IsoWeek week = FIRST;
      for (int d = 0; d < days + 2; d++) {
        Instant midnight = FIRST.monday().plusDays(d).atStartOfDay(BERLIN).toInstant();
        week = IsoWeek.at(midnight, BERLIN);
        if (d < days) for (Message m : day(d, midnight)) send(producer, employer, week, m);
        Instant until = FIRST.monday().plusDays(d + 1L).atStartOfDay(BERLIN).toInstant();
        for (int lane = 0; lane < 2; lane++)
          mark(producer, employer, week, lane, until, d == days + 1);
      }
      producer.flush();
    }
  }

  private List<Message> day(int d, Instant midnight) {
    List<Message> day = new ArrayList<>();
    int count = events / (weeks * 7);
    Set<Integer> twice = new HashSet<>();
    for (int i = 0; i < count; i++) {
      int id = d * count + i;
      Message m =
          new Message(
              id,
              (int) (Math.abs(random.nextGaussian()) * people / 3) % people,
              midnight.plus(Duration.ofMinutes(1440L * i / count)));
      day.add(m);
      if (random.nextInt(20) == 0 && twice.add(id)) day.add(m);
      expect(m);
    }
    doubled += twice.size();
    for (int i = 0; i < day.size() / 50; i++)
      java.util.Collections.swap(day, random.nextInt(day.size()), random.nextInt(day.size()));
    return day;
  }

  private void expect(Message m) {
    var local = m.at().atZone(BERLIN);
    boolean inside =
        local.getDayOfWeek().getValue() <= 5 && local.getHour() >= 7 && local.getHour() < 19;
    if (!inside)
      outsideByPerson
          .computeIfAbsent(IsoWeek.at(m.at(), BERLIN), w -> new HashMap<>())
          .merge(m.person(), 1, Integer::sum);
  }

  /** People per block with five or more contacts outside the window. */
  public Map<Integer, Integer> expected(IsoWeek week) {
    Map<Integer, Integer> sums = new HashMap<>();
    outsideByPerson
        .getOrDefault(week, Map.of())
        .forEach(
            (person, count) -> {
              if (count >= 5) sums.merge(person % BLOCKS, 1, Integer::sum);
            });
    return sums;
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, EmployerId employer, IsoWeek week, Message m) {
    byte[] data =
        "{\"recipient\":\"%s\",\"sender_role\":\"COLLEAGUE\",\"channel\":\"CHAT\"}"
            .formatted(person(m.person()))
            .getBytes(StandardCharsets.US_ASCII);
    producer.send(
        new ProducerRecord<>(
            TopicNames.events(employer, week),
            m.person() % 2,
            null,
            null,
            data,
            headers("m-" + m.id(), "org.feierabend.contact.v1", m.at())));
  }

  private static void mark(
      KafkaProducer<byte[], byte[]> producer,
      EmployerId employer,
      IsoWeek week,
      int lane,
      Instant until,
      boolean end) {
    byte[] data =
        "{\"until\":\"%s\"%s}"
            .formatted(until, end ? ",\"end\":true" : "")
            .getBytes(StandardCharsets.US_ASCII);
    producer.send(
        new ProducerRecord<>(
            TopicNames.events(employer, week),
            lane,
            null,
            null,
            data,
            headers("clock-" + until + "-" + lane, "org.feierabend.clock.v1", until)));
  }

  private static List<Header> headers(String id, String type, Instant at) {
    return List.of(
        header("ce_specversion", "1.0"),
        header("ce_id", id),
        header("ce_source", "/traffic"),
        header("ce_type", type),
        header("ce_time", at.toString()),
        header("content-type", "application/json"));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.US_ASCII));
  }
}
