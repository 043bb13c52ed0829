package org.feierabend.channels.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.feierabend.channels.report.ReportForm;
import org.feierabend.decision.Language;
import org.feierabend.intake.ReportOutlet;
import org.feierabend.people.Employer;
import org.feierabend.report.Report;
import org.feierabend.report.ReportPeriod;

/**
 * Publishes each report as a structured CloudEvent whose data is the report's JSON. The id is the
 * period, so it is the idempotency key.
 */
public final class ReportTopic implements ReportOutlet, AutoCloseable {
  public static final String TYPE = "org.feierabend.report.v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SafeProducer producer;

  public ReportTopic(KafkaClients clients) {
    producer = new SafeProducer(clients);
  }

  @Override
  public String key() {
    return "topic";
  }

  @Override
  public boolean takes(ReportPeriod.Kind kind) {
    return true;
  }

  /** A topic has no evening. */
  @Override
  public boolean open(Employer employer, Instant now) {
    return true;
  }

  @Override
  public void send(Employer employer, Report report, Instant now) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            TopicNames.REPORTS,
            employer.id().value().getBytes(StandardCharsets.UTF_8),
            event(employer, report, now));
    record
        .headers()
        .add("content-type", ReleaseTopic.MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII));
    producer.send(List.of(record));
  }

  private static byte[] event(Employer employer, Report report, Instant now) {
    ObjectNode event = JSON.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", report.period().label());
    event.put("source", "/employers/" + employer.id());
    event.put("type", TYPE);
    event.put("time", now.toString());
    event.put("datacontenttype", "application/json");
    try {
      event.set(
          "data",
          JSON.readTree(
              new String(ReportForm.JSON.of(report, Language.EN), StandardCharsets.UTF_8)));
      return JSON.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A report's JSON is JSON.", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
