package org.feierabend.intake;

import static org.feierabend.intake.Scene.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.intake.Emergencies.Verdict;
import org.feierabend.people.Employer.ClockKind;
import org.feierabend.timeline.TestLaw;
import org.junit.jupiter.api.Test;

/** Managers are forty, the council is nine, k is twenty. */
class EmergencyReviewTest {
  private static final Instant NOON = at("2026-01-06T12:00");

  private final Map<Sender, Integer> holders =
      new HashMap<>(Map.of(Sender.COLLEAGUE, 100, Sender.MANAGER, 40, Sender.COUNCIL, 9));
  private final Scene scene = new Scene(ClockKind.WALL);
  private final EmergencyReview review =
      new EmergencyReview(
          scene.house.emergencies,
          policy -> TestLaw.ALMANAC,
          (employer, role) -> Optional.ofNullable(holders.get(role)),
          policy -> 20);

  private UUID called(Sender role, Instant at) {
    UUID id = UUID.randomUUID();
    scene.house.emergencies.put(new Emergency(id, at, role, EmergencyReason.FIRE));
    return id;
  }

  private void none(UUID id, Instant at) {
    assertEquals(Optional.empty(), review.judge(scene.employer, id, Verdict.NO_EMERGENCY, at));
  }

  private EmergencyReview.Case found(UUID id, Instant now) {
    return review.overview(scene.employer, now).cases().stream()
        .filter(c -> c.kept().emergency().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void after_two_that_were_none_the_next_is_confirmed_within_a_day_and_those_before_are_not() {
    none(called(Sender.MANAGER, NOON), NOON);
    UUID between = called(Sender.MANAGER, NOON.plus(Duration.ofHours(1)));
    none(called(Sender.MANAGER, NOON), NOON.plus(Duration.ofHours(2)));
    UUID next = called(Sender.MANAGER, NOON.plus(Duration.ofHours(2)));

    Instant due = NOON.plus(Duration.ofHours(26));
    assertEquals(Optional.empty(), found(between, due).confirmBy());
    assertEquals(Optional.of(due), found(next, due).confirmBy());
    assertFalse(found(next, due).overdue(due));
    assertTrue(found(next, due).overdue(due.plusNanos(1)));
    assertEquals(
        Optional.empty(), review.judge(scene.employer, next, Verdict.EMERGENCY, due.plusNanos(1)));
    assertFalse(found(next, due).overdue(due.plusNanos(2)));
  }

  @Test
  void where_each_role_is_held_by_many_each_is_counted_alone() {
    holders.put(Sender.COUNCIL, 20);
    for (int i = 0; i < 2; i++) none(called(Sender.COLLEAGUE, NOON), NOON);
    UUID managers = called(Sender.MANAGER, NOON);
    assertEquals(
        List.of(
            new EmergencyReview.Count(Set.of(Sender.COLLEAGUE), 2, 2, true),
            new EmergencyReview.Count(Set.of(Sender.MANAGER), 1, 0, false)),
        review.overview(scene.employer, NOON).counts());
    assertEquals(Optional.empty(), found(managers, NOON).confirmBy());
  }

  @Test
  void what_no_employee_sends_is_never_counted_with_them() {
    none(called(Sender.COUNCIL, NOON), NOON);
    none(called(Sender.SYSTEM, NOON), NOON);
    assertEquals(
        List.of(
            new EmergencyReview.Count(together(), 1, 1, false),
            new EmergencyReview.Count(Set.of(Sender.SYSTEM), 1, 1, false)),
        review.overview(scene.employer, NOON).counts());
  }

  private static Set<Sender> together() {
    return Set.of(Sender.COLLEAGUE, Sender.MANAGER, Sender.COUNCIL);
  }

  @Test
  void roles_few_people_hold_are_counted_with_all_the_others() {
    none(called(Sender.COUNCIL, NOON), NOON);
    none(called(Sender.COLLEAGUE, NOON), NOON);
    assertEquals(
        List.of(new EmergencyReview.Count(together(), 2, 2, true)),
        review.overview(scene.employer, NOON).counts());
  }

  @Test
  void after_thirty_days_nothing_is_left_of_it() {
    UUID id = called(Sender.MANAGER, NOON);
    Instant later = NOON.plus(Duration.ofDays(30));
    review.forgetDue(scene.employer, later);
    assertEquals(1, review.overview(scene.employer, later).cases().size());
    review.forgetDue(scene.employer, later.plusNanos(1));
    assertEquals(List.of(), review.overview(scene.employer, later.plusNanos(1)).cases());
    assertEquals(
        Optional.of(EmergencyReview.Not.KNOWN),
        review.judge(scene.employer, id, Verdict.EMERGENCY, later));
  }

  @Test
  void it_is_judged_once() {
    UUID id = called(Sender.MANAGER, NOON);
    none(id, NOON);
    assertEquals(
        Optional.of(EmergencyReview.Not.OPEN),
        review.judge(scene.employer, id, Verdict.EMERGENCY, NOON));
  }

  @Test
  void an_emergency_to_three_people_is_one_and_no_ordinary_contact_is() {
    List<Incoming.Contact> contacts =
        List.of(
            Scene.contact("fire", "anna", NOON, Scene.emergency()),
            Scene.contact("fire", "bela", NOON, Scene.emergency()),
            Scene.contact("fire", "cem", NOON.plusSeconds(90), Scene.emergency()),
            Scene.contact("mail", "cem", NOON));
    scene.intake.accept(scene.employer, contacts, NOON.plusSeconds(90));
    List<EmergencyReview.Case> cases = review.overview(scene.employer, NOON).cases();
    assertEquals(1, cases.size());
    assertEquals(NOON, cases.get(0).kept().emergency().hour());
    assertEquals(Sender.MANAGER, cases.get(0).kept().emergency().role());
  }
}
