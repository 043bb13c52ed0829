package org.feierabend.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.junit.jupiter.api.Test;

/** Why cards: of the open week, under its key, for the person alone. */
class ExplanationsTest {
  private final Scene scene = new Scene(Employer.ClockKind.WALL);
  private final Explanations explanations = scene.explanations;
  private final Person anna = person("anna");
  private final Person bela = person("bela");

  @Test
  void a_decision_is_explained_to_the_quarter_of_an_hour_without_its_sender() {
    accept("c1", "2026-01-06T20:07");
    WhyCard card = explanations.of(scene.employer, anna).get(0);
    assertEquals(Scene.at("2026-01-06T20:00"), card.quarter());
    assertEquals("DEFER", card.outcome());
    assertEquals(Optional.of(Scene.at("2026-01-07T07:00")), card.until());
    assertEquals("outside-window", card.reason().rule());
    assertEquals("test", card.edition());
    assertTrue(explanations.of(scene.employer, bela).isEmpty(), "to nobody else");
  }

  @Test
  void the_latest_comes_first_and_a_repeat_is_explained_once() {
    accept("c1", "2026-01-06T20:07");
    accept("c2", "2026-01-06T21:00");
    accept("c2", "2026-01-06T21:00");
    assertEquals(
        List.of(Scene.at("2026-01-06T21:00"), Scene.at("2026-01-06T20:00")),
        explanations.of(scene.employer, anna).stream().map(WhyCard::quarter).toList());
  }

  @Test
  void what_was_erased_is_gone_and_more_is_kept() {
    accept("c1", "2026-01-06T20:07");
    explanations.erase(scene.employer, anna);
    assertTrue(explanations.of(scene.employer, anna).isEmpty());
    accept("c2", "2026-01-06T21:00");
    assertEquals(1, explanations.of(scene.employer, anna).size());
  }

  @Test
  void who_wants_none_has_none_and_may_change_their_mind() {
    accept("c1", "2026-01-06T20:07");
    explanations.want(scene.employer, anna, false);
    accept("c2", "2026-01-06T21:00");
    assertTrue(explanations.of(scene.employer, anna).isEmpty());
    assertFalse(explanations.wanted(scene.employer, anna));
    explanations.want(scene.employer, anna, true);
    accept("c3", "2026-01-06T22:00");
    assertEquals(1, explanations.of(scene.employer, anna).size());
  }

  @Test
  void without_the_weeks_key_nobody_can_read_them() {
    accept("c1", "2026-01-06T20:07");
    scene.house.destroy(scene.employer.id(), Scene.WEEK);
    assertTrue(explanations.of(scene.employer, anna).isEmpty());
  }

  private void accept(String id, String at) {
    scene.intake.accept(
        scene.employer, List.of(Scene.contact(id, "anna", Scene.at(at))), Scene.at(at));
  }

  private Person person(String id) {
    return scene.people.person(scene.employer, new PersonId(id)).orElseThrow();
  }
}
