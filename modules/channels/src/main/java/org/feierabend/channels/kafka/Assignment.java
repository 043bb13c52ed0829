package org.feierabend.channels.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongBiFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/** Which partitions a consumer reads by hand, and what of each was already taken to its effects. */
final class Assignment {
  /** What a topic is about. */
  record Source(Employer employer, IsoWeek week) {}

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Source> sources = new HashMap<>();
  private final Map<TopicPartition, Long> taken = new HashMap<>();

  Assignment(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /**
   * @param start where to read a partition that was not assigned before
   */
  void become(Map<TopicPartition, Source> wanted, ToLongBiFunction<TopicPartition, Source> start) {
    Set<TopicPartition> added = new HashSet<>(wanted.keySet());
    added.removeAll(taken.keySet());
    boolean same = added.isEmpty() && wanted.size() == taken.size();
    sources.clear();
    sources.putAll(wanted);
    if (same) return;
    Map<TopicPartition, Long> starts = new HashMap<>();
    for (TopicPartition partition : added)
      starts.put(partition, start.applyAsLong(partition, wanted.get(partition)));
    taken.keySet().retainAll(wanted.keySet());
    consumer.assign(wanted.keySet());
    starts.forEach(this::restart);
  }

  boolean isEmpty() {
    return taken.isEmpty();
  }

  Set<TopicPartition> partitions() {
    return Set.copyOf(taken.keySet());
  }

  Source source(TopicPartition partition) {
    return sources.get(partition);
  }

  long taken(TopicPartition partition) {
    return taken.get(partition);
  }

  void take(TopicPartition partition, long next) {
    taken.put(partition, next);
  }

  void restart(TopicPartition partition, long next) {
    consumer.seek(partition, new OffsetAndMetadata(next));
    taken.put(partition, next);
  }

  /** Takes the records of one topic to their effects. */
  interface Taker {
    void take(
        Source source, List<TopicPartition> partitions, ConsumerRecords<byte[], byte[]> records);
  }

  /** What fails is read again; it does not keep the other topics of the poll from their effects. */
  void takeAll(ConsumerRecords<byte[], byte[]> records, Taker taker) {
    RuntimeException failed = null;
    for (Map.Entry<Source, List<TopicPartition>> topic : bySource(records).entrySet())
      try {
        taker.take(topic.getKey(), topic.getValue(), records);
      } catch (RuntimeException e) {
        goBack(topic.getValue());
        failed = e;
      }
    if (failed != null) throw failed;
  }

  private void goBack(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions)
      consumer.seek(partition, new OffsetAndMetadata(taken(partition)));
  }

  /** The partitions of one poll, by topic. */
  private Map<Source, List<TopicPartition>> bySource(ConsumerRecords<byte[], byte[]> records) {
    Map<Source, List<TopicPartition>> found = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      Source source = sources.get(partition);
      if (source != null) found.computeIfAbsent(source, s -> new ArrayList<>()).add(partition);
    }
    return found;
  }
}
