package org.feierabend.channels.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Employer;
import org.feierabend.report.Figures;
import org.feierabend.report.Report;
import org.feierabend.report.ReportPeriod;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report on its topic, through a real broker. */
class ReportTopicTest {
  private static final Instant NOW = Instant.parse("2026-04-08T05:00:00Z");

  @TempDir static Path folder;

  @Test
  void a_report_is_an_event_whose_id_is_its_period() throws Exception {
    Employer town =
        new Employer(
            new EmployerId("town"),
            1,
            "Town",
            ZoneId.of("Europe/Berlin"),
            "09564000",
            Employer.ClockKind.WALL,
            IsoWeek.parse("2026-W01"),
            false,
            "p0");
    Report report = Report.of("Town", ReportPeriod.parse("2026-Q1"), new Figures(List.of()));
    Broker broker = new Broker(folder);
    try (KafkaTopics topics = new KafkaTopics(broker.clients());
        ReportTopic out = new ReportTopic(broker.clients())) {
      topics.createStanding();
      out.send(town, report, NOW);
      JsonNode event = new ObjectMapper().readTree(read(broker).value());
      assertEquals("2026-Q1", event.path("id").asText());
      assertEquals("/employers/town", event.path("source").asText());
      assertEquals(ReportTopic.TYPE, event.path("type").asText());
      assertEquals("quarterly", event.at("/data/kind").asText());
    } finally {
      broker.close();
    }
  }

  private static ConsumerRecord<byte[], byte[]> read(Broker broker) {
    TopicPartition topic = new TopicPartition(TopicNames.REPORTS, 0);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer = broker.clients().consumer(10, null)) {
      consumer.assign(Set.of(topic));
      consumer.seekToBeginning(Set.of(topic));
      for (int tries = 0; records.isEmpty() && tries < 50; tries++)
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
    }
    assertEquals(1, records.size());
    return records.get(0);
  }
}
