package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The server is killed with SIGKILL at every step of closing a week. One release comes of it, and
 * whoever read before, between and after has seen one value.
 */
@ResourceLock(RunningInstance.SHARED)
class KilledCloseTest {
  private static final boolean ALL = Boolean.getBoolean("feierabend.all");
  private static final int READS = ALL ? 1_000 : 100;
  private static final int PEOPLE = 60;
  private static final LocalDate MONDAY = LocalDate.of(2026, 2, 2);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final RunningInstance instance = RunningInstance.shared();

  /** type → rows seen of it */
  private final Map<String, Set<String>> rows = new TreeMap<>();

  /** block and indicator → values seen of it, in any format */
  private final Map<String, Set<Long>> values = new HashMap<>();

  @Test
  void killed_at_every_step_a_week_is_released_once_and_only_one_value_is_ever_visible()
      throws Exception {
    int runs = ALL ? 2 : 1;
    for (int run = 0; run < runs; run++) killedEverywhere();
    System.out.printf(
        "privacy-figure | 6 | averaging: distinct values of a figure over restarts and formats | 1 | 1 | %d reads of 3 formats |%n",
        READS);
    System.out.printf(
        "privacy-figure | 7 | re-roll: releases of a week killed at every step of its closing | 1 | 1 | %d × %d kills |%n",
        runs, Trap.STEPS.size());
  }

  private void killedEverywhere() throws Exception {
    rows.clear();
    values.clear();
    String employer = "killed-" + UUID.randomUUID().toString().substring(0, 8);
    instance.operator().post("/api/v1/employers", document(employer));
    try (Connection superuser = instance.database();
        Source source = new Source(instance, employer)) {
      Trap trap = Trap.set(superuser, employer);
      try {
        aWeek(source);
        for (String step : Trap.STEPS) {
          trap.awaitSprung(step);
          read(employer);
          boolean committed = Trap.STEPS.indexOf(step) > Trap.STEPS.indexOf("week RELEASED");
          assertEquals(committed, rows.containsKey("RELEASE"), "visible once committed: " + step);
          assertFalse(rows.containsKey("DESTROYED"), step);
          long pid = instance.serverPid();
          ProcessHandle.of(pid).orElseThrow().destroyForcibly();
          trap.open(step);
          Await.until("the server to come back", PATIENCE, () -> instance.serverPid() != pid);
          instance.awaitReady();
        }
      } finally {
        trap.remove();
      }
      Await.until(
          "the week to be closed",
          PATIENCE,
          () ->
              instance
                  .operator()
                  .get("/api/v1/employers/" + employer + "/progress")
                  .path("finished")
                  .asBoolean());
    }
    for (int i = 0; i < READS; i++) read(employer);
    List<String> ledger =
        instance.operator().text("/api/v1/ledger?employer=" + employer).lines().toList();
    assertEquals(2, ledger.stream().filter(l -> l.contains("2026-W06")).count(), ledger.toString());
    for (Map.Entry<String, Set<String>> kind : rows.entrySet())
      assertEquals(
          kind.getValue().size(),
          kind.getValue().stream().map(KilledCloseTest::week).distinct().count(),
          "one row of a week was never anything else: " + kind.getKey());
    assertEquals(3, values.size(), "three figures of one block were read");
    for (Set<Long> seen : values.values()) assertEquals(1, seen.size(), values.toString());
  }

  private static String week(String row) {
    return row.replaceAll(".*\"week\":\"([^\"]*)\".*", "$1");
  }

  /** The ledger, the list of releases and the release itself. */
  private void read(String employer) {
    Http operator = instance.operator();
    for (String row : operator.text("/api/v1/ledger?employer=" + employer).lines().toList()) {
      boolean release = row.contains("\"type\":\"RELEASE\"");
      rows.computeIfAbsent(release ? "RELEASE" : "DESTROYED", t -> new TreeSet<>()).add(row);
    }
    if (!rows.containsKey("RELEASE")) return;
    List<JsonNode> releases = new ArrayList<>();
    operator.get("/api/v1/releases?employer=" + employer).path("releases").forEach(releases::add);
    releases.add(operator.get("/api/v1/releases/2026-W06?employer=" + employer));
    for (JsonNode release : releases)
      if (release.path("week").asText().equals("2026-W06"))
        for (JsonNode block : release.path("blocks"))
          block
              .path("figures")
              .properties()
              .forEach(
                  figure ->
                      values
                          .computeIfAbsent(
                              block.path("id").asText() + " " + figure.getKey(),
                              k -> new TreeSet<>())
                          .add(figure.getValue().path("noised").asLong()));
  }

  private static String person(int number) {
    return "close-person-%03d".formatted(number);
  }

  private static String document(String employer) {
    StringBuilder people = new StringBuilder();
    for (int p = 0; p < PEOPLE; p++)
      people
          .append(p == 0 ? "" : ",")
          .append("{\"id\":\"%s\",\"unit\":\"house\"}".formatted(person(p)));
    return """
        {"id":"%s","name":"Killed","zone":"Europe/Berlin","municipality":"09564000","clock":"event",
         "start":"%s","synthetic":true,"policy":"p0",
         "units":[{"id":"house","name":{"de":"Haus","en":"House"},"parent":null}],"people":[%s]}"""
        .formatted(employer, MONDAY, people);
  }

  private static void aWeek(Source source) throws Exception {
    source.createTopic(MONDAY);
    source.createTopic(MONDAY.plusWeeks(1));
    for (int day = 0; day < 7; day++) {
      LocalDate date = MONDAY.plusDays(day);
      for (int p = 0; p < PEOPLE; p++)
        source.mail(person(p), person((p + 1) % PEOPLE), date.atTime(21, p % 60));
      source.endOf(date, false);
    }
    source.endOf(MONDAY.plusDays(7), false);
    source.endOf(MONDAY.plusDays(8), true);
    source.flush();
  }
}
