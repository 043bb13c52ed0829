package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** After the weeks are closed nobody's id is outside the directory, and no weekly name anywhere. */
@ResourceLock(RunningInstance.SHARED)
class PrivacyTest {
  private static final int PEOPLE = 60;
  private static final LocalDate MONDAY = LocalDate.of(2026, 2, 2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningInstance instance = RunningInstance.shared();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String employer = "privacy-" + mark;

  @Test
  void nothing_of_a_person_outlives_the_week() throws Exception {
    instance.operator().post("/api/v1/employers", document());
    Traces traces = Traces.from(instance);
    Needles ids = Needles.of("unmistakable-" + mark);
    List<byte[]> names;
    try (Source source = new Source(instance, employer)) {
      twoWeeks(source);
      awaitRead();
      names = weeklyNames();
      assertTrue(names.size() > PEOPLE, "both weeks are open, but there are only " + names.size());
      analyzeAll();
      assertFalse(
          traces.anywhere(Needles.ofBytes(names)).isEmpty(),
          "the search sees the weekly names while the weeks are open");
      assertFalse(traces.inKafka(ids).isEmpty(), "and the ids while the events are there");
      endOfFile(source);
    }
    Await.until("the weeks to close", PATIENCE, () -> progress().path("finished").asBoolean());
    traces.settle();
    assertEquals(Set.of(), traces.inDump(ids), "ids in tables");
    assertEquals(Set.of(), traces.inWal(ids), "ids in the WAL");
    assertEquals(Set.of(), traces.inKafka(ids), "ids in Kafka");
    assertEquals(Set.of(), traces.inLogs(ids), "ids in logs");
    Needles weekly = Needles.ofBytes(names);
    assertEquals(Set.of(), traces.inDump(weekly), "weekly names in tables");
    assertEquals(Set.of(), traces.anywhere(weekly), "weekly names anywhere");
    System.out.printf(
        "privacy-figure | 13 | identifiers found after the close in dump, WAL, Kafka and logs | 0 | 0 | %d people, %d weekly names |%n",
        PEOPLE, names.size());
  }

  private String person(int number) {
    return "unmistakable-%s-person-%06d".formatted(mark, number);
  }

  private String document() {
    StringBuilder people = new StringBuilder();
    for (int p = 0; p < PEOPLE; p++)
      people
          .append(p == 0 ? "" : ",")
          .append("{\"id\":\"%s\",\"unit\":\"house\"}".formatted(person(p)));
    return """
        {"id":"%s","name":"Privacy","zone":"Europe/Berlin","municipality":"09564000","clock":"event",
         "start":"%s","synthetic":true,"policy":"p0",
         "units":[{"id":"house","name":{"de":"Haus","en":"House"},"parent":null}],"people":[%s]}"""
        .formatted(employer, MONDAY, people);
  }

  /** Both weeks stay open: the grace of the first is not over on its last Monday. */
  private void twoWeeks(Source source) throws Exception {
    source.createTopic(MONDAY);
    source.createTopic(MONDAY.plusWeeks(1));
    for (int day = 0; day < 8; day++) {
      LocalDate date = MONDAY.plusDays(day);
      for (int p = 0; p < PEOPLE; p++) {
        source.mail(person(p), person((p + 1) % PEOPLE), date.atTime(10, p % 60));
        source.mail(person(p), person((p + 7) % PEOPLE), date.atTime(21, p % 60));
      }
      if (day < 7) source.endOf(date, false);
    }
    source.flush();
  }

  private void endOfFile(Source source) throws Exception {
    for (int day = 7; day < 14; day++) source.endOf(MONDAY.plusDays(day), false);
    source.createTopic(MONDAY.plusWeeks(2));
    source.endOf(MONDAY.plusDays(14), false);
    source.endOf(MONDAY.plusDays(15), true);
    source.flush();
  }

  private void awaitRead() {
    Await.until(
        "the events to be tallied",
        PATIENCE,
        () -> {
          JsonNode now = progress();
          return now.path("totals").path("events").asLong() == 16L * PEOPLE
              && now.path("lag_events").asLong() == 0
              && now.path("lag_marks").asLong() == 0;
        });
  }

  private JsonNode progress() {
    return instance.operator().get("/api/v1/employers/" + employer + "/progress");
  }

  private List<byte[]> weeklyNames() throws SQLException {
    List<byte[]> names = new ArrayList<>();
    try (Connection c = instance.database();
        Statement s = c.createStatement();
        Statement tally = c.createStatement()) {
      ResultSet tables =
          s.executeQuery(
              "SELECT tablename FROM pg_tables JOIN employer ON id = '%s'".formatted(employer)
                  + " WHERE schemaname = 'open_week' AND tablename LIKE 'tally\\_' || no || '\\_%'");
      while (tables.next()) {
        ResultSet rows =
            tally.executeQuery("SELECT pseudonym FROM open_week." + tables.getString(1));
        while (rows.next()) names.add(rows.getBytes(1));
      }
    }
    return names;
  }

  /** What autovacuum does some time, and what forces all pages to the disk. */
  private void analyzeAll() throws SQLException {
    try (Connection c = instance.database();
        Statement s = c.createStatement()) {
      s.execute("ANALYZE");
      s.execute("CHECKPOINT");
    }
  }
}
