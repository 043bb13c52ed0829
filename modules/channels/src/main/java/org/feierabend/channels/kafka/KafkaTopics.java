package org.feierabend.channels.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.feierabend.intake.Marks.BrokerAway;
import org.feierabend.intake.WeekTopics;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/**
 * Topics of the broker: each week's own, made on need and deleted whole, and the standing three.
 */
public final class KafkaTopics implements WeekTopics, AutoCloseable {
  private static final Duration RELEASES_KEPT = Duration.ofDays(2);
  private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);
  private static final Duration REPORTS_KEPT = Duration.ofDays(400);

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  /** Long enough for a broker that is busy, short enough for a client that waits. */
  private static final DescribeClusterOptions SOON = new DescribeClusterOptions().timeoutMs(5_000);

  private final Admin admin;
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  /** A reader that still believes a closed week to be open must not bring its topics back. */
  private final Set<String> gone = ConcurrentHashMap.newKeySet();

  private volatile long answered = System.nanoTime() - A_MOMENT.toNanos();

  public KafkaTopics(KafkaClients clients) {
    admin = clients.admin();
  }

  /** The topics that are not of a week. */
  public void createStanding() {
    create(TopicNames.RELEASES_OF_CONTACTS, 1, kept(RELEASES_KEPT));
    create(TopicNames.DEAD_LETTERS, 1, kept(DEAD_LETTERS_KEPT));
    create(TopicNames.REPORTS, 1, kept(REPORTS_KEPT));
  }

  @Override
  public void create(Employer employer, IsoWeek week) {
    Map<String, String> untilDeleted = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
    create(TopicNames.events(employer.id(), week), PARTITIONS, untilDeleted);
    create(TopicNames.marks(employer.id(), week), PARTITIONS, untilDeleted);
  }

  private void create(String name, int partitions, Map<String, String> retention) {
    if (made.contains(name) || gone.contains(name)) return;
    Map<String, String> configs = new HashMap<>(retention);
    configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    configs.put(TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, "1000");
    NewTopic topic =
        new NewTopic(name, Optional.of(partitions), Optional.<Short>empty()).configs(configs);
    try {
      await(admin.createTopics(List.of(topic)).all(), "make topic " + name);
    } catch (BrokerAway e) {
      if (!(e.getCause() instanceof TopicExistsException)) throw e;
    }
    made.add(name);
  }

  @Override
  public Map<Integer, Long> inboundEnd(Employer employer, IsoWeek week) {
    return end(TopicNames.events(employer.id(), week));
  }

  @Override
  public Map<Integer, Long> marksEnd(Employer employer, IsoWeek week) {
    return end(TopicNames.marks(employer.id(), week));
  }

  private Map<Integer, Long> end(String topic) {
    try {
      Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
      for (TopicPartitionInfo p :
          await(admin.describeTopics(List.of(topic)).allTopicNames(), "describe " + topic)
              .get(topic)
              .partitions())
        asked.put(new TopicPartition(topic, p.partition()), OffsetSpec.latest());
      Map<Integer, Long> end = new HashMap<>();
      await(admin.listOffsets(asked).all(), "read the end of " + topic)
          .forEach((partition, info) -> end.put(partition.partition(), info.offset()));
      return end;
    } catch (BrokerAway e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) return Map.of();
      throw e;
    }
  }

  @Override
  public void delete(Employer employer, IsoWeek week) {
    delete(TopicNames.events(employer.id(), week));
    delete(TopicNames.marks(employer.id(), week));
  }

  private void delete(String topic) {
    gone.add(topic);
    made.remove(topic);
    try {
      await(admin.deleteTopics(List.of(topic)).all(), "delete topic " + topic);
    } catch (BrokerAway e) {
      if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) throw e;
    }
  }

  /** Names of all topics of ours. */
  public Set<String> list() {
    Set<String> names = await(admin.listTopics().names(), "list the topics");
    names.removeIf(name -> !name.startsWith("feierabend."));
    return names;
  }

  /** Throws {@link BrokerAway} unless the broker answers now, or did a moment ago. */
  void demandBroker() {
    long now = System.nanoTime();
    if (now - answered < A_MOMENT.toNanos()) return;
    await(admin.describeCluster(SOON).nodes(), "answer");
    answered = now;
  }

  /** Whether the broker answers. */
  public boolean reachable() {
    try {
      await(admin.describeCluster().nodes(), "answer");
      return true;
    } catch (BrokerAway e) {
      return false;
    }
  }

  private static Map<String, String> kept(Duration retention) {
    return Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
  }

  private static <T> T await(KafkaFuture<T> answer, String what) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new BrokerAway(
          "The broker did not %s: %s".formatted(what, e.getCause().getMessage()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerAway("Stopped while waiting for the broker to %s.".formatted(what), e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(5));
  }
}
