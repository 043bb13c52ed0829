package org.feierabend.channels.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.feierabend.channels.schedule.EmployerClock;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Ref;
import org.feierabend.contact.Sender;
import org.feierabend.intake.ContactDigest;
import org.feierabend.intake.Deferral;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.intake.Marks.BrokerAway;
import org.feierabend.intake.Outcome;
import org.feierabend.intake.Read;
import org.feierabend.intake.StoreAway;
import org.feierabend.intake.Translation;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Employer;
import org.feierabend.people.Employer.ClockKind;
import org.feierabend.report.Indicator;
import org.feierabend.report.Mark;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTest {
  @TempDir static Path folder;
  private static Broker broker;
  private static KafkaTopics topics;

  @BeforeAll
  static void start() throws Exception {
    broker = new Broker(folder);
    topics = new KafkaTopics(broker.clients());
    topics.createStanding();
  }

  @AfterAll
  static void stop() throws Exception {
    topics.close();
    broker.close();
  }

  /** Remembers what it was handed; fails as often as it is told to. */
  private static final class Notebook implements Intake {
    final Stage stage;
    final List<String> read = new CopyOnWriteArrayList<>();
    final AtomicInteger failures = new AtomicInteger();

    Notebook(Stage stage) {
      this.stage = stage;
    }

    @Override
    public List<Outcome> accept(
        Employer employer, List<? extends Incoming.Event> events, Instant now) {
      throw new AssertionError("nobody comes through the HTTP door");
    }

    @Override
    public void acceptFromTopic(Employer e, IsoWeek week, List<Read> records, Instant now) {
      if (failures.getAndDecrement() > 0) throw new StoreAway("not now", null);
      for (Read record : records) {
        if (((Translation.Understood) record.translation()).what()
            instanceof Incoming.ClockMarker marker) {
          stage.lanes.put(record.partition(), marker.until());
          if (marker.ended()) stage.ended.add(record.partition());
          read.add("%s/%d until %s".formatted(week, record.partition(), marker.until()));
        }
        stage
            .inbound
            .computeIfAbsent(week, w -> new java.util.concurrent.ConcurrentHashMap<>())
            .put(record.partition(), record.offset() + 1);
      }
    }
  }

  private static KafkaDoor door(Stage stage, Notebook notebook) {
    return new KafkaDoor(
        broker.clients(),
        (headers, value, zone) -> {
          String text = new String(value, StandardCharsets.US_ASCII);
          boolean end = text.endsWith("!");
          return new Translation.Understood(
              new Incoming.ClockMarker(
                  Instant.parse((end ? text.substring(0, 10) : text) + "T00:00:00Z"), end),
              0);
        },
        notebook,
        stage.directory(),
        stage.weeks(),
        stage.acceptance(),
        topics,
        new EmployerClock(Clock.systemUTC(), stage.acceptance()),
        () -> {},
        Thread::new);
  }

  private static void write(Stage stage, IsoWeek week, int lane, String... days) {
    topics.create(stage.employer, week);
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (String day : days)
      records.add(
          new ProducerRecord<>(
              TopicNames.events(stage.employer.id(), week),
              lane,
              null,
              day.getBytes(StandardCharsets.US_ASCII)));
    try (SafeProducer producer = new SafeProducer(broker.clients())) {
      producer.send(records);
    }
  }

  @Test
  void lanes_of_event_time_go_from_week_to_week_behind_their_markers() throws Exception {
    Stage stage = new Stage("lanes", ClockKind.EVENT);
    IsoWeek next = Stage.WEEK.next();
    for (int lane = 0; lane < 2; lane++) {
      write(stage, next, lane, "2026-01-13", "2026-01-14!");
      write(stage, Stage.WEEK, lane, "2026-01-10", "2026-01-11");
    }
    Notebook notebook = new Notebook(stage);
    try (KafkaDoor door = door(stage, notebook)) {
      door.start();
      Stage.await("both lanes", () -> notebook.read.size() == 4);
      Thread.sleep(700);
      assertEquals(4, notebook.read.size(), "no lane passes the end of its week without a marker");
      write(stage, Stage.WEEK, 1, "2026-01-12");
      Stage.await("lane 1 to end", () -> stage.ended.contains(1));
      assertFalse(stage.ended.contains(0));
      write(stage, Stage.WEEK, 0, "2026-01-12");
      Stage.await("lane 0 to end", () -> stage.ended.contains(0));
    }
    assertEquals(10, notebook.read.size());
  }

  @Test
  void what_failed_is_read_again_and_a_new_process_reads_on() throws Exception {
    Stage stage = new Stage("again", ClockKind.WALL);
    stage.states.put(Stage.WEEK, Weeks.State.OPEN);
    write(stage, Stage.WEEK, 0, "2026-01-06", "2026-01-07");
    Notebook notebook = new Notebook(stage);
    notebook.failures.set(3);
    try (KafkaDoor door = door(stage, notebook)) {
      door.start();
      Stage.await("two records", () -> notebook.read.size() == 2);
    }
    write(stage, Stage.WEEK, 0, "2026-01-08");
    try (KafkaDoor door = door(stage, notebook)) {
      door.start();
      Stage.await("the third", () -> notebook.read.size() == 3);
    }
    assertTrue(notebook.read.get(2).endsWith("until 2026-01-08T00:00:00Z"));
    assertEquals(Map.of(0, 3L), stage.inbound.get(Stage.WEEK));
  }

  private static Mark mark(int number) {
    byte[] digest = ByteBuffer.allocate(16).putInt(number).array();
    return new Mark(digest, 0, Indicator.CONTACTS_OUTSIDE, digest);
  }

  private static List<Mark> marks(int from, int to) {
    List<Mark> marks = new ArrayList<>();
    for (int i = from; i < to; i++) marks.add(mark(i));
    return marks;
  }

  @Test
  void marks_travel_sealed_and_an_emptied_tally_is_read_anew() throws Exception {
    Stage stage = new Stage("tally", ClockKind.WALL);
    stage.states.put(Stage.WEEK, Weeks.State.OPEN);
    try (KafkaMarks marks = new KafkaMarks(broker.clients(), topics, stage.weekKeys());
        KafkaDeadLetters letters = new KafkaDeadLetters(broker.clients());
        SafeProducer stranger = new SafeProducer(broker.clients());
        TallyReader reader =
            new TallyReader(
                broker.clients(),
                stage.directory(),
                stage.weeks(),
                stage.weekKeys(),
                topics,
                letters,
                Thread::new)) {
      marks.publish(stage.employer, Stage.WEEK, marks(0, 1000));
      reader.start();
      Stage.await("a thousand marks", () -> stage.tallied.size() == 1000);
      stage.tallied.clear();
      stage.markOffsets.clear(); // the database crashed
      Stage.await("all of them anew", () -> stage.tallied.size() == 1000);
      stranger.send(
          List.of(
              new ProducerRecord<>(
                  TopicNames.marks(stage.employer.id(), Stage.WEEK), 0, null, new byte[57])));
      marks.publish(stage.employer, Stage.WEEK, marks(1000, 1010));
      Stage.await("the ten beside a corrupt one", () -> stage.tallied.size() == 1010);
      long end =
          topics.marksEnd(stage.employer, Stage.WEEK).values().stream().mapToLong(n -> n).sum();
      assertEquals(1011, end);
      Stage.await(
          "the end", () -> stage.markOffsets.values().stream().mapToLong(n -> n).sum() == end);
    }
  }

  @Test
  void the_topics_of_a_week_are_made_twice_and_deleted_twice_without_harm() {
    Stage stage = new Stage("topics", ClockKind.WALL);
    assertTrue(topics.marksEnd(stage.employer, Stage.WEEK).isEmpty());
    topics.create(stage.employer, Stage.WEEK);
    try (KafkaTopics other = new KafkaTopics(broker.clients())) {
      other.create(stage.employer, Stage.WEEK);
    }
    assertEquals(Map.of(0, 0L, 1, 0L), topics.inboundEnd(stage.employer, Stage.WEEK));
    topics.delete(stage.employer, Stage.WEEK);
    topics.delete(stage.employer, Stage.WEEK);
    assertFalse(topics.list().contains(TopicNames.events(stage.employer.id(), Stage.WEEK)));
  }

  @Test
  void a_release_reaches_the_webhook_with_its_key_even_when_it_was_away_first() throws Exception {
    Stage stage = new Stage("hook", ClockKind.WALL);
    try (Receiver receiver = new Receiver(2);
        ReleaseTopic releases = new ReleaseTopic(broker.clients());
        Webhook webhook =
            new Webhook(broker.clients(), Webhook.Receiver.ofAll(receiver.url()), Thread::new)) {
      webhook.start();
      byte[] id = ByteBuffer.allocate(16).putInt(0xfeed).array();
      releases.handOver(
          stage.employer,
          List.of(
              new ContactDigest(
                  Instant.parse("2026-01-07T07:00:00Z"),
                  List.of(
                      new ContactDigest.Released(
                          Deferral.held(
                              id,
                              1,
                              new Ref("/mail", "q1"),
                              ContactClass.message(Channel.MAIL, Sender.COLLEAGUE),
                              Instant.parse("2026-01-07T07:00:00Z")),
                          "DELIVER")))),
          Instant.parse("2026-01-07T07:00:01Z"));
      Stage.await("the webhook", () -> !receiver.requests.isEmpty());
      String key = "0000feed" + "0".repeat(24);
      String request = receiver.requests.get(0);
      assertTrue(request.toLowerCase(Locale.ROOT).contains("idempotency-key: " + key), request);
      assertTrue(request.contains("{\"specversion\":\"1.0\",\"id\":\"" + key), request);
      assertTrue(request.contains("\"ref\":{\"source\":\"/mail\",\"id\":\"q1\"}"), request);
    }
  }

  @Test
  void a_broker_that_is_away_is_said_so() {
    KafkaClients nowhere =
        new KafkaClients(
            Map.of(
                "bootstrap.servers",
                "127.0.0.1:1",
                "default.api.timeout.ms",
                1000,
                "request.timeout.ms",
                900));
    try (KafkaTopics away = new KafkaTopics(nowhere)) {
      assertThrows(BrokerAway.class, away::list);
    }
  }
}
