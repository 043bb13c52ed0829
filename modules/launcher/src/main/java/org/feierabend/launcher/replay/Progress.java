package org.feierabend.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far the server is with an employer, as {@code /progress} says it. */
record Progress(
    Optional<Instant> clock,
    int weeksClosed,
    long lagEvents,
    long lagMarks,
    boolean finished,
    Totals totals) {

  /** Counts of a synthetic employer; empty maps where the server does not tell. */
  record Totals(
      long events,
      long work,
      long duplicates,
      long deadLetters,
      long late,
      Map<String, Long> outcomes,
      Map<String, Long> rules) {

    /** Everything the door has dealt with, whatever became of it. */
    long handled() {
      return events;
    }
  }

  static Progress of(JsonNode json) {
    JsonNode totals = json.path("totals");
    String clock = json.path("clock").asText("");
    return new Progress(
        clock.isEmpty() || clock.equals("null")
            ? Optional.empty()
            : Optional.of(Instant.parse(clock)),
        json.path("weeks_closed").asInt(),
        json.path("lag_events").asLong(),
        json.path("lag_marks").asLong(),
        json.path("finished").asBoolean(),
        new Totals(
            totals.path("events").asLong(),
            totals.path("work").asLong(),
            totals.path("duplicates").asLong(),
            totals.path("dead_letters").asLong(),
            totals.path("late").asLong(),
            counts(totals.path("outcomes")),
            counts(totals.path("rules"))));
  }

  private static Map<String, Long> counts(JsonNode node) {
    Map<String, Long> counts = new TreeMap<>();
    node.properties().forEach(field -> counts.put(field.getKey(), field.getValue().asLong()));
    return counts;
  }
}
