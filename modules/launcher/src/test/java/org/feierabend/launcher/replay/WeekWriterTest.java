package org.feierabend.launcher.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;

class WeekWriterTest {
  private final MockProducer<byte[], byte[]> broker =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final List<IsoWeek> weeks = new ArrayList<>();

  private WeekWriter writer(String start) {
    return new WeekWriter(
        LocalDate.parse(start),
        ZoneId.of("Europe/Berlin"),
        new EventSender(broker, "town"),
        weeks::add);
  }

  private static ReplayEvent event(String id, String at, int person) {
    return new ReplayEvent(
        id, Instant.parse(at), ReplayEvent.CONTACT, person, new byte[] {'{', '}'});
  }

  /** {@code topic id-or-data} of one lane. */
  private List<String> lane(int lane) {
    return broker.history().stream().filter(r -> r.partition() == lane).map(this::line).toList();
  }

  private String line(ProducerRecord<byte[], byte[]> r) {
    String type = header(r, "ce_type");
    String week = r.topic().replace("feierabend.events.town.", "");
    return week
        + " "
        + (type.equals(ReplayEvent.CLOCK)
            ? new String(r.value(), StandardCharsets.UTF_8)
            : header(r, "ce_id"));
  }

  private static String header(ProducerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Test
  void every_lane_gets_a_marker_at_each_midnight_and_the_last_of_a_week_is_its_end() {
    WeekWriter writer = writer("2026-03-23");
    writer.event(event("a", "2026-03-28T23:30:00Z", 2)); // Sunday 00:30, the clocks go forward
    writer.event(event("b", "2026-03-29T22:00:00Z", 2)); // Monday 00:00 sharp
    assertEquals(
        List.of(
            "2026-W13 {\"until\":\"2026-03-23T23:00:00Z\"}",
            "2026-W13 {\"until\":\"2026-03-24T23:00:00Z\"}",
            "2026-W13 {\"until\":\"2026-03-25T23:00:00Z\"}",
            "2026-W13 {\"until\":\"2026-03-26T23:00:00Z\"}",
            "2026-W13 {\"until\":\"2026-03-27T23:00:00Z\"}",
            "2026-W13 {\"until\":\"2026-03-28T23:00:00Z\"}",
            "2026-W13 a",
            "2026-W13 {\"until\":\"2026-03-29T22:00:00Z\"}",
            "2026-W14 b"),
        lane(0));
    assertEquals(lane(0).stream().filter(l -> l.contains("until")).toList(), lane(1));
    assertEquals("[2026-W13, 2026-W14]", weeks.toString());
  }

  @Test
  void the_end_of_the_file_goes_past_the_grace_of_its_last_week_and_says_that_it_ends() {
    WeekWriter writer = writer("2026-01-05");
    writer.event(event("a", "2026-01-07T10:00:00Z", 1));
    assertEquals(Instant.parse("2026-01-13T23:00:00Z"), writer.endOfFile()); // Wednesday 00:00
    List<String> lane = lane(1);
    assertEquals("2026-W03 {\"until\":\"2026-01-13T23:00:00Z\",\"end\":true}", lane.get(9));
    assertEquals("2026-W02 {\"until\":\"2026-01-11T23:00:00Z\"}", lane.get(7));
    assertEquals(10, lane.size());
  }

  @Test
  void left_open_time_stops_at_the_end_of_the_last_day() {
    WeekWriter writer = writer("2026-01-05");
    writer.event(event("a", "2026-01-07T10:00:00Z", 1));
    assertEquals(Instant.parse("2026-01-07T23:00:00Z"), writer.endLastDay());
    assertTrue(lane(0).get(2).contains("2026-01-07T23:00:00Z"));
    assertEquals(3, lane(0).size());
  }

  @Test
  void a_record_has_no_key_and_a_person_stays_in_one_lane() {
    WeekWriter writer = writer("2026-01-05");
    for (int i = 0; i < 20; i++) writer.event(event("e" + i, "2026-01-05T10:00:00Z", 17));
    assertEquals(20, broker.history().size());
    for (var record : broker.history()) {
      assertEquals(null, record.key());
      assertEquals(1, record.partition());
    }
  }
}
