package org.feierabend.server.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.feierabend.channels.events.EventReader;
import org.feierabend.channels.kafka.Broker;
import org.feierabend.channels.kafka.KafkaTopics;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.persistence.Database;
import org.feierabend.persistence.DatabaseSettings;
import org.feierabend.persistence.JpaDirectory;
import org.feierabend.report.Indicator;
import org.feierabend.report.Sums;
import org.feierabend.rulebook.DroolsMinimisation;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topic → decision → marks → tally → closed weeks, against a count that shares no code with it. */
class ChainTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));
  private static final boolean ALL = Boolean.getBoolean("feierabend.all");
  private static final Duration PATIENCE = Duration.ofMinutes(ALL ? 40 : 5);
  private static final int TROUBLED = ALL ? 5_000_000 : 60_000;

  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  @TempDir static Path folder;
  private static EmbeddedPostgres postgres;
  private static Broker broker;
  private static Database database;
  private static Directory directory;
  private static RulebookReachabilities rules;
  private static EventReader reader;

  @BeforeAll
  static void start() throws Exception {
    KAFKA.setLevel(Level.WARNING);
    postgres = EmbeddedPostgres.builder().start();
    broker = new Broker(folder);
    database =
        Database.open(
            DatabaseSettings.of(
                postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"));
    directory = new JpaDirectory(database);
    rules = new RulebookReachabilities(HOME);
    rules.under("p0");
    reader = new EventReader(new DroolsMinimisation(HOME));
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
    broker.close();
    postgres.close();
  }

  private static Chain.Ground ground(Map<IsoWeek, Sums> sums) {
    return new Chain.Ground(
        database, broker.clients(), directory, rules, rules, reader, folder.resolve("keys"), sums);
  }

  private static Employer employer(String id, int people) {
    List<NewEmployer.NewPerson> all = new ArrayList<>();
    for (int i = 0; i < people; i++)
      all.add(
          new NewEmployer.NewPerson(
              new PersonId(Traffic.person(i)),
              new UnitId("city"),
              PersonFacts.ordinary(Traffic.BERLIN, "09564000")));
    return directory.create(
        new NewEmployer(
            new EmployerId(id),
            "Stadt",
            Traffic.BERLIN,
            "09564000",
            Employer.ClockKind.EVENT,
            Traffic.FIRST,
            true,
            "p0",
            List.of(new Unit(new UnitId("city"), new Sentence("Stadt", "City"), Optional.empty())),
            all));
  }

  private static void createTopics(Employer employer, Traffic traffic) {
    try (KafkaTopics topics = new KafkaTopics(broker.clients())) {
      IsoWeek week = Traffic.FIRST;
      for (int w = 0; w <= traffic.weeks; w++, week = week.next()) topics.create(employer, week);
    }
  }

  private static boolean finished(Chain chain, Employer employer) {
    return chain.acceptance.endedLanes(employer).size() == 2
        && chain.weeks.unfinished(employer).isEmpty();
  }

  private static Map<Integer, Integer> found(Sums sums) {
    Map<Integer, Integer> found = new HashMap<>();
    for (int block = 0; block < Traffic.BLOCKS; block++) {
      int sum = sums.of(block, Indicator.CONTACTS_OUTSIDE);
      if (sum > 0) found.put(block, sum);
    }
    return found;
  }

  private static void compare(Traffic traffic, Map<IsoWeek, Sums> sums) {
    IsoWeek week = Traffic.FIRST;
    for (int w = 0; w < traffic.weeks; w++, week = week.next())
      assertEquals(traffic.expected(week), found(sums.get(week)), "week " + week);
    assertEquals(traffic.weeks, sums.size());
  }

  @Test
  void batches_lost_after_their_marks_and_restarts_change_no_sum() throws Exception {
    Traffic traffic = new Traffic(600, 3, TROUBLED, 1);
    Employer employer = employer("troubled", traffic.people);
    createTopics(employer, traffic);
    traffic.write(employer.id(), broker.address());
    Map<IsoWeek, Sums> sums = Chain.noSums();
    Random random = new Random(2);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    boolean done = false;
    int restarts = 0;
    for (; !done; restarts++) {
      try (Chain chain = new Chain(ground(sums), 30)) {
        long restart =
            System.nanoTime()
                + Duration.ofMillis((1000 + random.nextInt(2500)) * (ALL ? 10 : 1)).toNanos();
        while (!done && System.nanoTime() < restart) {
          Thread.sleep(100);
          done = finished(chain, employer);
        }
        if (done) assertTotals(chain, employer, traffic);
      }
      assertTrue(System.nanoTime() < deadline, "finished in time");
    }
    compare(traffic, sums);
    System.out.printf(
        "privacy-figure | 12 | exactly once: cells that differ from an oracle | 0 | 0 | %,d events, %,d twice, 2 %% disordered, %d restarts, batches lost |%n",
        traffic.events, traffic.doubled, restarts);
    try (Stream<Path> keys = Files.walk(folder.resolve("keys").resolve("troubled"))) {
      assertEquals(List.of(), keys.filter(Files::isRegularFile).toList());
    }
  }

  private static void assertTotals(Chain chain, Employer employer, Traffic traffic) {
    Map<String, Long> totals = chain.acceptance.totals(employer).counts();
    assertEquals((long) traffic.events + traffic.doubled, totals.get("events"));
    assertEquals((long) traffic.doubled, totals.get("duplicate"));
    assertEquals(
        (long) traffic.events,
        totals.entrySet().stream()
            .filter(e -> e.getKey().startsWith("outcome:"))
            .mapToLong(Map.Entry::getValue)
            .sum());
  }

  @Test
  void a_topic_is_taken_through_to_its_closed_weeks_at_speed() throws Exception {
    Traffic traffic = new Traffic(1_000, 4, Integer.getInteger("chain.events", 84_000), 3);
    Employer employer = employer("fast", traffic.people);
    createTopics(employer, traffic);
    traffic.write(employer.id(), broker.address());
    Map<IsoWeek, Sums> sums = Chain.noSums();
    long start = System.nanoTime();
    double cpuBefore = cpuSeconds();
    try (Chain chain = new Chain(ground(sums), 0)) {
      while (!finished(chain, employer)) {
        Thread.sleep(20);
        assertTrue(System.nanoTime() - start < PATIENCE.toNanos(), "finished in time");
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpu = (cpuSeconds() - cpuBefore);
      System.out.printf(
          "Chain: %,d events and %d weeks in %.1f s (%.1f s of CPU in this JVM), %,.0f events/s%n",
          traffic.events + traffic.doubled,
          traffic.weeks,
          seconds,
          cpu,
          (traffic.events + traffic.doubled) / seconds);
      assertTotals(chain, employer, traffic);
      try (KafkaTopics topics = new KafkaTopics(broker.clients())) {
        while (topics.list().stream().anyMatch(name -> name.contains(".fast.")))
          assertTrue(System.nanoTime() - start < PATIENCE.toNanos(), "every topic goes");
      }
    }
    compare(traffic, sums);
  }

  private static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }
}
