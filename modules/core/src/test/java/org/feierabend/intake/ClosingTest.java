package org.feierabend.intake;

import static org.feierabend.intake.Scene.WEEK;
import static org.feierabend.intake.Scene.at;
import static org.feierabend.intake.Scene.contact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.intake.Weeks.State;
import org.feierabend.people.Employer.ClockKind;
import org.feierabend.report.Indicator;
import org.feierabend.report.LedgerRow;
import org.junit.jupiter.api.Test;

class ClosingTest {
  private static final Instant DURING = at("2026-01-08T12:00");
  private static final Instant OVER = at("2026-01-13T12:00"); // Monday 00:00 + 36 h

  private final Scene scene = new Scene(ClockKind.WALL);

  private void fiveNightContactsFor(String person) {
    List<Incoming.Event> events = new ArrayList<>();
    for (int i = 0; i < 5; i++) events.add(contact(person + i, person, at("2026-01-06T22:0" + i)));
    scene.intake.accept(scene.employer, events, DURING);
  }

  private List<LedgerRow.Type> rows() {
    return scene.house.ledger.stream().map(LedgerRow::type).toList();
  }

  @Test
  void a_week_is_closed_36_hours_after_its_end_and_not_before() {
    fiveNightContactsFor("anna");
    scene.house.tallyAll(scene.employer);
    assertTrue(scene.closing.closeDue(scene.employer, OVER.minusMillis(1)));
    assertEquals(State.OPEN, scene.house.states.get(WEEK));
    assertTrue(scene.closing.closeDue(scene.employer, OVER));
    assertEquals(State.DESTROYED, scene.house.states.get(WEEK));
    assertEquals(List.of(LedgerRow.Type.RELEASE, LedgerRow.Type.DESTROYED), rows());
    assertEquals(1, scene.house.released.get(WEEK).of(1, Indicator.CONTACTS_OUTSIDE));
    assertTrue(scene.house.keys.isEmpty() && scene.house.topics.isEmpty());
  }

  @Test
  void a_week_waits_sealed_until_the_tally_has_read_its_marks() {
    fiveNightContactsFor("anna");
    assertFalse(scene.closing.closeDue(scene.employer, OVER));
    assertEquals(State.SEALED, scene.house.states.get(WEEK));
    scene.house.tallyAll(scene.employer);
    assertTrue(scene.closing.closeDue(scene.employer, OVER));
    assertEquals(State.DESTROYED, scene.house.states.get(WEEK));
  }

  @Test
  void a_server_that_slept_reads_what_came_in_time_before_it_seals() {
    scene.house.open(scene.employer, WEEK);
    scene.house.inboundEnds.put(WEEK, 2L);
    assertFalse(scene.closing.closeDue(scene.employer, OVER));
    assertEquals(State.OPEN, scene.house.states.get(WEEK));
    scene.house.inboundEnds.put(WEEK, 9L); // what comes now is late
    scene.house.offsets.put(WEEK, Map.of(0, 2L));
    assertTrue(scene.closing.closeDue(scene.employer, OVER));
    assertEquals(State.DESTROYED, scene.house.states.get(WEEK));
  }

  @Test
  void a_topic_that_cannot_be_read_to_its_end_holds_a_week_open_for_an_hour() {
    scene.house.open(scene.employer, WEEK);
    scene.house.inboundEnds.put(WEEK, 2L);
    assertFalse(scene.closing.closeDue(scene.employer, OVER));
    assertTrue(scene.closing.closeDue(scene.employer, OVER.plus(Duration.ofHours(1))));
  }

  @Test
  void killed_at_any_step_and_resumed_it_releases_once_and_destroys_once() {
    for (int steps = 0; ; steps++) {
      Scene killed = new Scene(ClockKind.WALL);
      List<Incoming.Event> events = new ArrayList<>();
      for (int i = 0; i < 5; i++) events.add(contact("c" + i, "anna", at("2026-01-06T22:0" + i)));
      killed.intake.accept(killed.employer, events, DURING);
      killed.house.tallyAll(killed.employer);
      killed.house.stepsToLive = steps;
      boolean survived = true;
      try {
        killed.closing.closeDue(killed.employer, OVER);
      } catch (MemoryHouse.Killed k) {
        survived = false;
        killed.restart();
        assertTrue(killed.closing.closeDue(killed.employer, OVER));
      }
      assertEquals(
          List.of(LedgerRow.Type.RELEASE, LedgerRow.Type.DESTROYED),
          killed.house.ledger.stream().map(LedgerRow::type).toList(),
          "killed at step " + steps);
      assertEquals(1, killed.house.released.get(WEEK).of(1, Indicator.CONTACTS_OUTSIDE));
      assertTrue(killed.house.keys.isEmpty() && killed.house.topics.isEmpty());
      if (survived) {
        assertTrue(steps > 8, "every step of the closing was killed once");
        return;
      }
    }
  }

  @Test
  void at_the_end_of_a_file_every_week_is_closed_and_the_topic_of_markers_goes() {
    Scene replay = new Scene(ClockKind.EVENT);
    replay.house.create(replay.employer, WEEK.next());
    Incoming.ClockMarker week = new Incoming.ClockMarker(at("2026-01-12T00:00"), false);
    Incoming.ClockMarker end = new Incoming.ClockMarker(at("2026-01-14T00:00"), true);
    for (int lane = 0; lane < WeekTopics.PARTITIONS; lane++) {
      accept(replay, lane, 0, week);
      assertFalse(replay.closing.ended(replay.employer));
    }
    for (int lane = 0; lane < WeekTopics.PARTITIONS; lane++) accept(replay, lane, 1, end);
    assertTrue(replay.closing.closeDue(replay.employer, end.until()));
    assertEquals(Map.of(WEEK, State.DESTROYED), replay.house.states);
    assertTrue(replay.house.topics.isEmpty());
  }

  private static void accept(Scene replay, int lane, long offset, Incoming.ClockMarker marker) {
    replay.intake.acceptFromTopic(
        replay.employer,
        offset == 0 ? WEEK : WEEK.next(),
        List.of(new Read(lane, offset, new Translation.Understood(marker, 0))),
        marker.until());
  }
}
