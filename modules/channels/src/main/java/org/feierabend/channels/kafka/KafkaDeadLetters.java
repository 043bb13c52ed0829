package org.feierabend.channels.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.feierabend.intake.DeadLetters;

/** Dead letters as JSON: class, kind of topic, partition, offset, rule. */
public final class KafkaDeadLetters implements DeadLetters, AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SafeProducer producer;

  public KafkaDeadLetters(KafkaClients clients) {
    producer = new SafeProducer(clients);
  }

  @Override
  public void publish(List<DeadLetter> letters) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(letters.size());
    for (DeadLetter letter : letters)
      records.add(new ProducerRecord<>(TopicNames.DEAD_LETTERS, json(letter)));
    producer.send(records);
  }

  private static byte[] json(DeadLetter letter) {
    ObjectNode json = JSON.createObjectNode();
    json.put("class", letter.kind());
    json.put("topic-kind", letter.topicKind());
    json.put("partition", letter.partition());
    json.put("offset", letter.offset());
    json.put("rule", letter.rule());
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Five plain fields always make JSON.", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
