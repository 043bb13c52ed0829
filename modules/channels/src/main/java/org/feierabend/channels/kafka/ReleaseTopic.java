package org.feierabend.channels.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.feierabend.intake.Deferral;
import org.feierabend.intake.ReleaseOfContacts;
import org.feierabend.people.Employer;

/**
 * Tells that contacts may go on, as structured CloudEvents without a person. The event's id is the
 * deferral's, so it is the idempotency key: an event may come twice, but never with another id.
 */
public final class ReleaseTopic implements ReleaseOfContacts.HandOver, AutoCloseable {
  public static final String TYPE = "org.feierabend.release-of-contact.v1";
  static final String MEDIA_TYPE = "application/cloudevents+json";

  private static final String ID_HEADER = "idempotency-key";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SafeProducer producer;

  public ReleaseTopic(KafkaClients clients) {
    producer = new SafeProducer(clients);
  }

  @Override
  public void handOver(Employer employer, List<Deferral> released, Instant now) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(released.size());
    for (Deferral deferral : released) {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(TopicNames.RELEASES_OF_CONTACTS, event(employer, deferral, now));
      record.headers().add(ID_HEADER, hex(deferral).getBytes(StandardCharsets.US_ASCII));
      record.headers().add("content-type", MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
      records.add(record);
    }
    producer.send(records);
  }

  /** The idempotency key of a published release; empty for what somebody else wrote there. */
  static Optional<String> idOf(ConsumerRecord<byte[], byte[]> record) {
    return Optional.ofNullable(record.headers().lastHeader(ID_HEADER))
        .map(header -> new String(header.value(), StandardCharsets.US_ASCII));
  }

  private static String hex(Deferral deferral) {
    return HexFormat.of().formatHex(deferral.id());
  }

  private static byte[] event(Employer employer, Deferral deferral, Instant now) {
    String id = hex(deferral);
    ObjectNode event = JSON.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("source", "/employers/" + employer.id());
    event.put("type", TYPE);
    event.put("time", now.toString());
    event.put("datacontenttype", "application/json");
    ObjectNode data = event.putObject("data");
    data.put("deferral", id);
    data.putObject("ref").put("source", deferral.ref().source()).put("id", deferral.ref().id());
    data.put("channel", deferral.channel().name());
    data.put("until", deferral.until().toString());
    try {
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Plain texts always make JSON.", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
