package org.feierabend.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.feierabend.channels.events.EventReader;
import org.feierabend.channels.kafka.KafkaTopics;
import org.feierabend.channels.kafka.TopicNames;
import org.feierabend.decision.Reachabilities;
import org.feierabend.intake.WeekClosed;
import org.feierabend.intake.WeekTopics;
import org.feierabend.people.Employer;
import org.feierabend.report.Sums;
import org.feierabend.rulebook.DroolsMinimisation;
import org.feierabend.rulebook.NaiveDrools;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.server.chain.Chain;
import org.feierabend.server.chain.Traffic;
import org.feierabend.timeline.IsoWeek;

/**
 * The same topics read by a consumer that does nothing, taken by the server's chain to committed
 * tallies, exactly once, and taken so with the calendar and Drools for each event.
 */
final class TopicRace implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int WEEKS = 1;

  private final Ground ground = new Ground();
  private final RulebookReachabilities rules = Variant.book();
  private final Queue<NaiveDrools> sessions = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<NaiveDrools> drools = // a session of its own for each lane's thread
      ThreadLocal.withInitial(
          () -> {
            NaiveDrools session = rules.naive();
            sessions.add(session);
            return session;
          });
  private final EventReader reader = new EventReader(new DroolsMinimisation(Variant.home()));
  private final int events;
  private int runs;

  /** Events a second. */
  record Rates(double raw, double table, double drools) {}

  TopicRace(int events) throws Exception {
    this.events = events;
  }

  Rates run() throws InterruptedException {
    Traffic traffic = new Traffic(Question.PEOPLE, WEEKS, events, ++runs);
    Employer first = ground.employer("table-" + runs, traffic);
    double raw = raw(first, traffic);
    double table = chain(first, traffic, rules);
    Traffic again = new Traffic(Question.PEOPLE, WEEKS, events, runs);
    Employer second = ground.employer("drools-" + runs, again);
    return new Rates(raw, table, chain(second, again, naive()));
  }

  private Reachabilities naive() {
    return policy -> new NaiveReachability(drools.get(), rules.holidays(), rules.under(policy));
  }

  private double raw(Employer employer, Traffic traffic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          Ground.weeks(traffic).stream().flatMap(w -> partitions(employer, w).stream()).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long waiting =
          consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      long start = System.nanoTime();
      for (long read = 0; read < waiting; ) read += consumer.poll(Duration.ofMillis(250)).count();
      return rate(traffic, start);
    }
  }

  private static List<TopicPartition> partitions(Employer employer, IsoWeek week) {
    String topic = TopicNames.events(employer.id(), week);
    return IntStream.range(0, WeekTopics.PARTITIONS)
        .mapToObj(p -> new TopicPartition(topic, p))
        .toList();
  }

  /** As the door's own consumer has them. */
  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, ground.broker.address());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 8_000);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 << 20);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 << 20);
    return settings;
  }

  private double chain(Employer employer, Traffic traffic, Reachabilities deciding)
      throws InterruptedException {
    Map<IsoWeek, Sums> sums = Chain.noSums();
    Chain.Ground below =
        new Chain.Ground(
            ground.database,
            ground.broker.clients(),
            ground.directory,
            rules,
            deciding,
            reader,
            ground.folder.resolve("keys"),
            sums);
    long start = System.nanoTime();
    try (Chain chain = new Chain(below, 0);
        KafkaTopics topics = new KafkaTopics(ground.broker.clients())) {
      await(start, () -> chain.acceptance.endedLanes(employer).size() == WeekTopics.PARTITIONS);
      await(start, () -> tallied(chain, topics, employer));
      double rate = rate(traffic, start);
      requireAll(chain, employer, traffic);
      return rate;
    }
  }

  /** The counts of every mark are committed, or the week is closed over them already. */
  private static boolean tallied(Chain chain, KafkaTopics topics, Employer employer) {
    try {
      Map<Integer, Long> end = topics.marksEnd(employer, Traffic.FIRST);
      Map<Integer, Long> read = chain.weeks.markOffsets(employer, Traffic.FIRST);
      return end.entrySet().stream()
          .allMatch(e -> read.getOrDefault(e.getKey(), 0L) >= e.getValue());
    } catch (WeekClosed closed) {
      return true;
    }
  }

  private static void await(long start, BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE.toNanos())
        throw new IllegalStateException("The chain did not finish in " + PATIENCE);
      Thread.sleep(20);
    }
  }

  /** Every event had its effects once. */
  private static void requireAll(Chain chain, Employer employer, Traffic traffic) {
    Map<String, Long> totals = chain.acceptance.totals(employer).counts();
    long decided =
        totals.entrySet().stream()
            .filter(e -> e.getKey().startsWith("outcome:"))
            .mapToLong(Map.Entry::getValue)
            .sum();
    if (decided != traffic.events || totals.get("duplicate") != traffic.doubled)
      throw new IllegalStateException(
          "Of %d events, %d of them twice, the chain decided %s."
              .formatted(traffic.events, traffic.doubled, totals));
  }

  private static double rate(Traffic traffic, long start) {
    return (traffic.events + traffic.doubled) / ((System.nanoTime() - start) * 1e-9);
  }

  @Override
  public void close() throws IOException {
    sessions.forEach(NaiveDrools::close);
    ground.close();
  }
}
