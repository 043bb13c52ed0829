package org.feierabend.channels.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.feierabend.intake.ContactDigest;
import org.feierabend.intake.Deferral;
import org.feierabend.intake.ReleaseOfContacts;
import org.feierabend.people.Employer;

/**
 * Tells that contacts may go on, as structured CloudEvents without a person: one event for all that
 * waited for one person and instant, in the order it came. The event's id is the idempotency key,
 * and so is each contact's: an event may come twice, but never with another id.
 */
public final class ReleaseTopic implements ReleaseOfContacts.HandOver, AutoCloseable {
  public static final String TYPE = "org.feierabend.release-of-contacts.v1";
  static final String MEDIA_TYPE = "application/cloudevents+json";

  private static final String ID_HEADER = "idempotency-key";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SafeProducer producer;

  public ReleaseTopic(KafkaClients clients) {
    producer = new SafeProducer(clients);
  }

  @Override
  public void handOver(Employer employer, List<ContactDigest> released, Instant now) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(released.size());
    for (ContactDigest digest : released) {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(TopicNames.RELEASES_OF_CONTACTS, event(employer, digest, now));
      record.headers().add(ID_HEADER, hex(digest.id()).getBytes(StandardCharsets.US_ASCII));
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

  private static String hex(byte[] id) {
    return HexFormat.of().formatHex(id);
  }

  private static byte[] event(Employer employer, ContactDigest digest, Instant now) {
    ObjectNode event = JSON.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", hex(digest.id()));
    event.put("source", "/employers/" + employer.id());
    event.put("type", TYPE);
    event.put("time", now.toString());
    event.put("datacontenttype", "application/json");
    ObjectNode data = event.putObject("data");
    data.put("until", digest.until().toString());
    ArrayNode contacts = data.putArray("contacts");
    for (ContactDigest.Released r : digest.contacts()) {
      Deferral deferral = r.deferral();
      ObjectNode contact = contacts.addObject();
      contact.put("deferral", hex(deferral.id()));
      contact
          .putObject("ref")
          .put("source", deferral.ref().source())
          .put("id", deferral.ref().id());
      contact.put("channel", deferral.channel().name());
      contact.put("outcome", r.outcome());
    }
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
