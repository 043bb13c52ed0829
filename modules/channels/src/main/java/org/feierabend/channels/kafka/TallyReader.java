package org.feierabend.channels.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.feierabend.channels.kafka.Assignment.Source;
import org.feierabend.channels.schedule.Worker;
import org.feierabend.intake.DeadLetters;
import org.feierabend.intake.WeekClosed;
import org.feierabend.intake.WeekTopics;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.report.WeekKey;
import org.feierabend.report.WeekKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the marks of unfinished weeks in one thread and tallies them. Position and tally are one
 * transaction; when the tallies turn out empty, the topic is read anew.
 */
public final class TallyReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TallyReader.class);
  private static final int MAX_RECORDS = 20_000;
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration RESCAN = Duration.ofMillis(250);
  private static final Duration COMPARE = Duration.ofSeconds(2);

  private final Directory directory;
  private final Weeks weeks;
  private final WeekKeys keys;
  private final WeekTopics topics;
  private final DeadLetters deadLetters;
  private final Polling polling;
  private final Worker worker;
  private Assignment assignment;
  private long nextScan = System.nanoTime();
  private long nextComparison = System.nanoTime();

  public TallyReader(
      KafkaClients clients,
      Directory directory,
      Weeks weeks,
      WeekKeys keys,
      WeekTopics topics,
      DeadLetters deadLetters,
      ThreadFactory threads) {
    polling = new Polling(() -> clients.consumer(MAX_RECORDS, null));
    this.directory = Objects.requireNonNull(directory, "directory");
    this.weeks = Objects.requireNonNull(weeks, "weeks");
    this.keys = Objects.requireNonNull(keys, "keys");
    this.topics = Objects.requireNonNull(topics, "topics");
    this.deadLetters = Objects.requireNonNull(deadLetters, "deadLetters");
    worker = polling.worker("tally", threads, this::round);
  }

  public void start() {
    worker.start();
  }

  private Duration round() {
    if (assignment == null) assignment = new Assignment(polling.consumer());
    if (System.nanoTime() - nextScan >= 0) scan();
    if (assignment.isEmpty()) return RESCAN;
    assignment.takeAll(polling.poll(POLL), this::take);
    return Duration.ZERO;
  }

  private void take(
      Source source, List<TopicPartition> partitions, ConsumerRecords<byte[], byte[]> records) {
    Optional<WeekKey> key = keys.find(source.employer().id(), source.week());
    if (key.isEmpty()) return; // released and destroyed meanwhile
    MarkReader reader = new MarkReader(key.get());
    Map<Integer, Long> from = new HashMap<>();
    Map<Integer, Long> next = new HashMap<>();
    for (TopicPartition partition : partitions) {
      List<ConsumerRecord<byte[], byte[]>> of = records.records(partition);
      of.forEach(reader::read);
      from.put(partition.partition(), assignment.taken(partition));
      next.put(partition.partition(), of.get(of.size() - 1).offset() + 1);
    }
    if (!reader.corrupt().isEmpty()) report(reader);
    try {
      weeks.tally(source.employer(), source.week(), reader.marks(), from, next);
      partitions.forEach(p -> assignment.take(p, next.get(p.partition())));
    } catch (Weeks.OutOfStep emptied) {
      readAnew(source);
    } catch (WeekClosed released) {
      nextScan = System.nanoTime();
    }
  }

  private void report(MarkReader reader) {
    LOG.warn("{} marks are not sealed under their week's key.", reader.corrupt().size());
    deadLetters.publish(reader.corrupt());
  }

  /** Goes to where the store stands, which is elsewhere only after a crash emptied the tallies. */
  private void readAnew(Source source) {
    Optional<Map<Integer, Long>> stored = stored(source);
    if (stored.isEmpty()) return;
    for (TopicPartition partition : assignment.partitions()) {
      long offset = stored.get().getOrDefault(partition.partition(), 0L);
      if (!assignment.source(partition).equals(source) || assignment.taken(partition) == offset)
        continue;
      LOG.info("The tally of {} is not where it was left: reading on there.", partition);
      assignment.restart(partition, offset);
    }
  }

  /** Empty for a week that was released meanwhile: its topic is gone with the next scan. */
  private Optional<Map<Integer, Long>> stored(Source source) {
    try {
      return Optional.of(weeks.markOffsets(source.employer(), source.week()));
    } catch (WeekClosed released) {
      return Optional.empty();
    }
  }

  private void scan() {
    Map<TopicPartition, Source> wanted = new HashMap<>();
    for (Employer employer : directory.employers())
      for (Weeks.Week week : weeks.unfinished(employer))
        if (week.state() == Weeks.State.OPEN || week.state() == Weeks.State.SEALED)
          read(employer, week, wanted);
    assignment.become(
        wanted,
        (partition, source) ->
            stored(source).orElse(Map.of()).getOrDefault(partition.partition(), 0L));
    nextScan = System.nanoTime() + RESCAN.toNanos();
    if (System.nanoTime() - nextComparison < 0) return;
    Set.copyOf(wanted.values()).forEach(this::readAnew);
    nextComparison = System.nanoTime() + COMPARE.toNanos();
  }

  private void read(Employer employer, Weeks.Week week, Map<TopicPartition, Source> wanted) {
    topics.create(employer, week.week());
    for (int p = 0; p < WeekTopics.PARTITIONS; p++)
      wanted.put(
          new TopicPartition(TopicNames.marks(employer.id(), week.week()), p),
          new Source(employer, week.week()));
  }

  @Override
  public void close() {
    worker.close();
  }
}
