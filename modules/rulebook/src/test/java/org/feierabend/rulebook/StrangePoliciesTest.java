package org.feierabend.rulebook;

import static org.feierabend.rulebook.PolicyFormsTest.complaints;
import static org.feierabend.rulebook.PolicyFormsTest.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.feierabend.policy.PolicyComplaint;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Flag;
import org.feierabend.timeline.WorkingTimeLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents nobody would write in earnest, and days the numbers of the law do not reach. */
class StrangePoliciesTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));

  @ParameterizedTest
  @ValueSource(strings = {"0001-01-01", "1900-01-01", "2014-07-31"})
  void a_policy_from_before_the_numbers_of_the_law_is_refused_with_the_day_they_begin(String day) {
    PolicyComplaint said = complaints(with("from: " + day)).get(0);
    assertEquals("/from", said.path());
    assertEquals(day, said.value());
    for (String words : List.of(said.what().de(), said.what().en()))
      assertTrue(words.contains("2014-08-01") && words.contains("(daily-rest, beamte)"), words);
    assertEquals(List.of(), complaints(with("from: 2014-08-01")));
  }

  @Test
  void on_the_first_day_the_law_answers_all_that_may_be_asked() {
    Parameters parameters =
        new Parameters(Entry.read(HOME.resolve("rules/parameters.yaml")), Edition.of(HOME));
    Jurisdictions packs = new Jurisdictions(HOME);
    for (Jurisdiction pack : packs.all().values()) {
      LocalDate first = LawReach.of(parameters, pack).first();
      WorkingTimeLaw law = new DatedLaw(parameters);
      if (!pack.isStandard()) law = new JurisdictionLaw(pack, law);
      for (PersonFacts.Regime regime : PersonFacts.Regime.values())
        for (Set<Flag> flags : List.of(Set.<Flag>of(), Set.of(Flag.MINOR)))
          askedEverything(law, first, somebody(regime, flags));
    }
  }

  private static void askedEverything(WorkingTimeLaw law, LocalDate day, PersonFacts person) {
    law.dailyRest(day, person);
    law.weeklyRest(day, person);
    law.shortRestDuties(day);
    law.lateHours(day);
    law.eveAfternoon(day);
    law.night(day);
    law.nightWork(day);
    law.noticeHours(day);
    law.closeArrival(day);
    law.frequentCalls(day);
    law.emergencyAnswer(day);
    law.emergencyReviews(day);
    law.meetingBreak(day);
    law.eveningUntil(day);
    law.freeSundays(day);
  }

  private static PersonFacts somebody(PersonFacts.Regime regime, Set<Flag> flags) {
    PersonFacts ordinary = PersonFacts.ordinary(ZoneId.of("Europe/Berlin"), "09564000");
    return new PersonFacts(
        ordinary.zone(),
        regime,
        flags,
        ordinary.municipality(),
        List.of(),
        ordinary.hours(),
        List.of(),
        ordinary.roster());
  }

  @Test
  void the_built_in_policy_is_older_than_the_numbers_and_is_read() {
    assertEquals(List.of(), complaints(BuiltIn.document()));
    assertEquals("/from", complaints(BuiltIn.document() + "after-effect: true\n").get(0).path());
  }

  @ParameterizedTest
  @MethodSource("strange")
  void a_strange_document_is_refused_in_words_and_at_once(String document) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          PolicyComplaint said = complaints(document).get(0);
          assertFalse(said.what().de().isBlank() || said.what().en().isBlank());
        });
  }

  static List<String> strange() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++)
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    return List.of(
        "name: a\nname: b\n",
        bomb.toString(),
        "windows: &w { MON: *w }",
        "x".repeat(5 << 20),
        "[".repeat(10_000),
        "? [a, b]\n: c\n",
        "--- a\n--- b\n",
        "name: \u0000",
        with("rho-year: \"1/0\""),
        with("until: 9999-12-31").replace("from: 2027", "from: 9999-13"),
        with("review: 9999-12-31"),
        with("name: !!java.net.URL [\"http://localhost\"]"),
        "<<: { name: x }");
  }
}
