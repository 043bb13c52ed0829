package org.feierabend.channels.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.feierabend.channels.kafka.Assignment.Source;
import org.feierabend.channels.schedule.EmployerClock;
import org.feierabend.channels.schedule.Worker;
import org.feierabend.intake.Acceptance;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.intake.Read;
import org.feierabend.intake.Translation;
import org.feierabend.intake.WeekTopics;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Directory;

/**
 * Reads inbound topics, each lane in a thread of its own, and hands batches to the intake: while
 * one lane's batch is committed the other's is read. Offsets live with the effects; when broker or
 * database are away the same records are read again.
 */
public final class KafkaDoor implements AutoCloseable {
  private static final int MAX_RECORDS = 8000;
  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration RESCAN = Duration.ofMillis(500);

  /** Translates one record; {@code channels.events} does. Called by several threads. */
  public interface RecordReader {
    /**
     * @param zone of the employer: where a date without a time begins
     */
    Translation read(Headers headers, byte[] value, ZoneId zone);
  }

  private final RecordReader reader;
  private final Intake intake;
  private final Acceptance acceptance;
  private final EmployerClock clock;
  private final Runnable clockMoved;
  private final List<Lane> lanes;

  /**
   * @param clockMoved told when a lane of event time advanced
   */
  public KafkaDoor(
      KafkaClients clients,
      RecordReader reader,
      Intake intake,
      Directory directory,
      Weeks weeks,
      Acceptance acceptance,
      WeekTopics topics,
      EmployerClock clock,
      Runnable clockMoved,
      ThreadFactory threads) {
    this.reader = Objects.requireNonNull(reader, "reader");
    this.intake = Objects.requireNonNull(intake, "intake");
    this.acceptance = Objects.requireNonNull(acceptance, "acceptance");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.clockMoved = Objects.requireNonNull(clockMoved, "clockMoved");
    lanes =
        IntStream.range(0, WeekTopics.PARTITIONS)
            .mapToObj(
                lane ->
                    new Lane(
                        lane,
                        new InboundPlan(directory, weeks, acceptance, topics, lane),
                        clients,
                        threads))
            .toList();
  }

  public void start() {
    lanes.forEach(lane -> lane.worker.start());
  }

  /** One partition of every topic. A person's events are all in one, so lanes share nobody. */
  private final class Lane {
    private final InboundPlan plan;
    private final Polling polling;
    private final Worker worker;
    private Assignment assignment;
    private volatile long nextScan = System.nanoTime();

    Lane(int number, InboundPlan plan, KafkaClients clients, ThreadFactory threads) {
      this.plan = plan;
      polling = new Polling(() -> clients.consumer(MAX_RECORDS, null));
      worker = polling.worker("kafka-door-" + number, threads, this::round);
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
      List<Read> reads = new ArrayList<>(records.count());
      boolean marker = false;
      for (TopicPartition partition : partitions)
        for (ConsumerRecord<byte[], byte[]> record : records.records(partition)) {
          Translation translation =
              reader.read(record.headers(), record.value(), source.employer().zone());
          marker |=
              translation instanceof Translation.Understood u
                  && u.what() instanceof Incoming.ClockMarker;
          reads.add(new Read(record.partition(), record.offset(), translation));
        }
      Instant now = clock.now(source.employer());
      intake.acceptFromTopic(source.employer(), source.week(), reads, now);
      for (TopicPartition partition : partitions) {
        List<ConsumerRecord<byte[], byte[]>> of = records.records(partition);
        assignment.take(partition, of.get(of.size() - 1).offset() + 1);
      }
      if (marker) {
        clockMoved.run();
        lanes.forEach(Lane::look); // one of them may go on with the next week
      }
    }

    private void look() {
      nextScan = System.nanoTime();
      worker.wake();
    }

    private void scan() {
      nextScan = System.nanoTime() + RESCAN.toNanos(); // before: a marker may come meanwhile
      assignment.become(
          plan.now(),
          (partition, source) ->
              acceptance
                  .inboundOffsets(source.employer(), source.week())
                  .getOrDefault(partition.partition(), 0L));
    }
  }

  @Override
  public void close() {
    lanes.forEach(lane -> lane.worker.close());
  }
}
