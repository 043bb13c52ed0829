package org.feierabend.channels.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.feierabend.intake.Marks;
import org.feierabend.people.Employer;
import org.feierabend.report.Mark;
import org.feierabend.report.WeekKeys;
import org.feierabend.report.WeekSeal;
import org.feierabend.timeline.IsoWeek;

/** Marks on their way to the tally: keyed by the weekly pseudonym, sealed under the week's key. */
public final class KafkaMarks implements Marks, AutoCloseable {
  private final KafkaTopics topics;
  private final WeekKeys keys;
  private final SafeProducer producer;

  public KafkaMarks(KafkaClients clients, KafkaTopics topics, WeekKeys keys) {
    this.topics = Objects.requireNonNull(topics, "topics");
    this.keys = Objects.requireNonNull(keys, "keys");
    producer = new SafeProducer(clients);
  }

  @Override
  public void demandBroker() {
    topics.demandBroker();
  }

  @Override
  public void publish(Employer employer, IsoWeek week, List<Mark> marks) {
    if (marks.isEmpty()) return;
    topics.create(employer, week);
    WeekSeal seal = keys.openOrCreate(employer.id(), week).sealing();
    String topic = TopicNames.marks(employer.id(), week);
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(marks.size());
    for (Mark mark : marks)
      records.add(new ProducerRecord<>(topic, mark.pseudonym(), seal.seal(mark.toBytes())));
    producer.send(records);
  }

  @Override
  public void close() {
    producer.close();
  }
}
