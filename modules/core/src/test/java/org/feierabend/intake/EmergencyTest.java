package org.feierabend.intake;

import static org.feierabend.intake.Scene.at;
import static org.feierabend.intake.Scene.contact;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Decision;
import org.feierabend.people.Employer.ClockKind;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.TestLaw;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anna and Dora are of one unit, Dora is on call; Bela is of another. */
class EmergencyTest {
  private static final Instant NIGHT = at("2026-01-06T22:00");
  private static final Instant DUE = at("2026-01-06T22:05");

  private final Scene scene = new Scene(ClockKind.WALL);

  @BeforeEach
  void dora_is_on_call() {
    accept(
        at("2026-01-06T12:00"),
        new Incoming.DutyChange(
            Scene.ref("duty"),
            new PersonId("dora"),
            new PersonFacts.OnCall(
                new PersonFacts.Span(at("2026-01-06T18:00"), at("2026-01-07T06:00")), "WATER"),
            at("2026-01-06T12:00")));
  }

  private void accept(Instant now, Incoming.Event... events) {
    for (Outcome outcome : scene.intake.accept(scene.employer, List.of(events), now))
      assertInstanceOf(Outcome.Accepted.class, outcome);
  }

  private static Incoming.Contact flood(String person) {
    return contact("flood", person, NIGHT, Scene.emergency());
  }

  private static Incoming.Answer answer(String person, Instant at) {
    return new Incoming.Answer(
        Scene.ref("answer-" + person), new PersonId(person), Scene.ref("flood"), at);
  }

  private List<Long> heldFor() {
    return scene.house.deferrals.values().stream().map(Deferral::personNo).sorted().toList();
  }

  @Test
  void an_emergency_waits_five_minutes_for_an_answer_of_the_units_on_call() {
    accept(NIGHT, flood("anna"));
    Deferral fallback = scene.house.deferrals.values().iterator().next();
    assertTrue(fallback.unlessAnswered());
    assertEquals(DUE, fallback.until());
    assertEquals(Set.of(DUE), scene.bells);
    assertEquals(1L, scene.house.totals.get("outcome:ROUTE"));
  }

  @Test
  void where_nobody_of_the_unit_is_on_call_it_comes_at_once() {
    accept(NIGHT, flood("bela"));
    assertEquals(List.of(), heldFor());
    assertEquals(1L, scene.house.totals.get("outcome:DELIVER"));
  }

  @Test
  void whoever_is_on_call_answers_for_the_unit_also_after_a_restart() {
    accept(NIGHT, flood("anna"));
    scene.restart();
    assertEquals(List.of(1L), heldFor());
    accept(NIGHT.plusSeconds(60), answer("dora", NIGHT.plusSeconds(60)));
    assertEquals(List.of(), heldFor());
    assertEquals(1L, scene.house.totals.get("answer"));
  }

  @Test
  void a_bystander_keeps_no_emergency_from_anybody() {
    accept(NIGHT, flood("anna"));
    accept(NIGHT.plusSeconds(60), answer("bela", NIGHT.plusSeconds(60)));
    assertEquals(List.of(1L), heldFor());
  }

  @Test
  void a_person_who_answered_is_not_reached_again_and_the_others_are() {
    accept(NIGHT, flood("anna"), flood("dora"));
    accept(NIGHT.plusSeconds(60), answer("anna", NIGHT.plusSeconds(60)));
    assertEquals(List.of(4L), heldFor());
  }

  @Test
  void in_one_batch_an_answer_in_time_counts_and_one_that_came_too_late_does_not() {
    accept(DUE, flood("anna"), answer("dora", DUE));
    assertEquals(List.of(1L), heldFor());
    scene.house.deferrals.clear();
    accept(
        DUE,
        contact("storm", "anna", NIGHT, Scene.emergency()),
        new Incoming.Answer(
            Scene.ref("in-time"), new PersonId("dora"), Scene.ref("storm"), DUE.minusMillis(1)));
    assertEquals(List.of(), heldFor());
  }

  @Test
  void without_an_answer_it_is_delivered_though_somebody_is_on_call() {
    accept(NIGHT, flood("anna"));
    Deferral fallback = scene.house.deferrals.values().iterator().next();
    DecidedAnew anew =
        new DecidedAnew(
            scene.people,
            policy -> new OfficeHours(),
            new KnownRests(scene.house, policy -> TestLaw.ALMANAC));
    assertInstanceOf(Decision.Deliver.class, anew.decide(scene.employer, fallback).orElseThrow());
  }
}
