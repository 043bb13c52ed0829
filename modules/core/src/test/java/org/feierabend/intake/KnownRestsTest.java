package org.feierabend.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.TestLaw;
import org.junit.jupiter.api.Test;

/** The rules see the work whose rest still lasts, although only the rest's end is stored. */
class KnownRestsTest {
  private final Scene scene = new Scene(Employer.ClockKind.WALL);
  private final KnownRests rests = new KnownRests(scene.house, policy -> TestLaw.ALMANAC);
  private final Person anna =
      scene.people.person(scene.employer, new PersonId("anna")).orElseThrow();

  @Test
  void the_work_is_known_until_its_rest_ends() {
    stored("2026-01-07T09:00");
    assertEquals(Scene.at("2026-01-06T22:00"), workEnd("2026-01-06T22:00"));
    assertEquals(Scene.at("2026-01-06T22:00"), workEnd("2026-01-07T08:59"));
    assertTrue(worked("2026-01-07T09:00").isEmpty());
  }

  @Test
  void before_a_sunday_the_rest_is_longer_and_leads_to_the_same_work() {
    stored("2026-01-12T09:00"); // Monday; 35 hours after Saturday 22:00
    assertEquals(Scene.at("2026-01-10T22:00"), workEnd("2026-01-11T12:00"));
  }

  @Test
  void what_happened_before_the_work_ended_did_not_fall_into_its_rest() {
    stored("2026-01-07T09:00");
    assertTrue(worked("2026-01-06T21:59").isEmpty());
  }

  private void stored(String until) {
    rests.moved(scene.employer, Map.of(anna.no(), Scene.at(until)));
  }

  private List<Span> worked(String at) {
    return rests.facts(scene.employer, anna, Scene.at(at)).roster().worked();
  }

  private Instant workEnd(String at) {
    return worked(at).get(0).to();
  }
}
