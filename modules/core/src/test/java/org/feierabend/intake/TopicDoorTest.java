package org.feierabend.intake;

import static org.feierabend.intake.Scene.WEEK;
import static org.feierabend.intake.Scene.at;
import static org.feierabend.intake.Scene.contact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.people.Employer.ClockKind;
import org.junit.jupiter.api.Test;

class TopicDoorTest {
  private static final Instant START = at("2026-01-05T00:00");

  private final Scene scene = new Scene(ClockKind.EVENT);

  private static Read read(int lane, long offset, Incoming what) {
    return new Read(lane, offset, new Translation.Understood(what, 0));
  }

  private static Incoming.ClockMarker until(String instant) {
    return new Incoming.ClockMarker(at(instant), false);
  }

  @Test
  void offsets_and_lanes_move_with_the_effects() {
    scene.intake.acceptFromTopic(
        scene.employer,
        WEEK,
        List.of(
            read(0, 7, contact("1", "anna", at("2026-01-05T22:00"))),
            read(0, 8, until("2026-01-06T00:00")),
            read(1, 3, contact("2", "bela", at("2026-01-05T10:00")))),
        START);
    assertEquals(Map.of(0, 9L, 1, 4L), scene.house.inboundOffsets(scene.employer, WEEK));
    assertEquals(Map.of(0, at("2026-01-06T00:00")), scene.house.lanes(scene.employer));
    assertEquals(2L, scene.house.totals.get("events"));
    assertTrue(scene.bells.isEmpty(), "event time rings no bell of the wall clock");
  }

  @Test
  void what_cannot_be_read_or_is_of_a_later_week_is_a_dead_letter_without_payload() {
    scene.intake.acceptFromTopic(
        scene.employer,
        WEEK,
        List.of(
            new Read(1, 3, new Translation.NotUnderstood("schema", "contact.v1")),
            new Read(
                1, 4, new Translation.Understood(contact("1", "anna", at("2026-01-05T10:00")), 2)),
            read(1, 5, contact("2", "anna", at("2026-01-12T00:00")))),
        START);
    assertEquals(
        List.of(
            new DeadLetters.DeadLetter("schema", "events", 1, 3, "contact.v1"),
            new DeadLetters.DeadLetter("too-far-ahead", "events", 1, 5, "event-time")),
        scene.house.letters);
    assertEquals(
        Map.of(
            "events",
            3L,
            "dead-letter",
            2L,
            "stripped-field",
            2L,
            "outcome:DELIVER",
            1L,
            "rule:default",
            1L),
        scene.house.totals);
    assertEquals(Map.of(1, 6L), scene.house.inboundOffsets(scene.employer, WEEK));
  }

  @Test
  void a_week_without_events_exists_once_a_lane_has_passed_it() {
    scene.intake.acceptFromTopic(
        scene.employer, WEEK, List.of(read(0, 0, until("2026-01-11T00:00"))), START);
    assertTrue(scene.house.states.isEmpty());
    scene.intake.acceptFromTopic(
        scene.employer, WEEK, List.of(read(0, 1, until("2026-01-12T00:00"))), START);
    assertEquals(Set.of(WEEK), scene.house.states.keySet());
    scene.intake.acceptFromTopic(
        scene.employer, WEEK.next(), List.of(read(0, 0, until("2026-01-13T00:00"))), START);
    assertEquals(Set.of(WEEK), scene.house.states.keySet(), "the week past the file is no week");
  }

  @Test
  void an_older_event_in_a_later_topic_counts_while_its_week_is_open() {
    scene.intake.acceptFromTopic(
        scene.employer,
        WEEK.next(),
        List.of(read(0, 0, contact("1", "anna", at("2026-01-11T22:00")))),
        START);
    assertEquals(1, scene.house.topics.get(WEEK).size());
    assertEquals(Map.of(0, 1L), scene.house.inboundOffsets(scene.employer, WEEK.next()));
  }
}
