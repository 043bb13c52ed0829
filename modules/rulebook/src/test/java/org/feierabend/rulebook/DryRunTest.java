package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.policy.DryRun;
import org.feierabend.policy.DryRunResult;
import org.feierabend.policy.GeneratedTraffic;
import org.feierabend.policy.Traffic;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;

/** A year tried on two editions comes to what deciding one contact after the other comes to. */
class DryRunTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final RulebookReachabilities book = new RulebookReachabilities(HOME);

  private static Traffic traffic() {
    LocalDate first = LocalDate.of(2026, 1, 5);
    PersonFacts nuremberg = PersonFacts.ordinary(BERLIN, "09564000");
    PersonFacts augsburg = PersonFacts.ordinary(BERLIN, "09761000");
    PersonFacts away =
        nuremberg.withAbsences(
            List.of(
                new Absence(
                    new PersonFacts.Span(
                        first.plusDays(30).atStartOfDay(BERLIN).toInstant(),
                        first.plusDays(50).atStartOfDay(BERLIN).toInstant()),
                    Optional.empty())));
    return new GeneratedTraffic(
        List.of(nuremberg, augsburg, away, nuremberg), BERLIN, first, 364, 1_000, 7);
  }

  private static Map<String, Long> oneByOne(Traffic traffic, Reachability edition) {
    Map<String, Long> counts = new TreeMap<>();
    for (int p = 0; p < traffic.people().size(); p++) {
      PersonFacts facts = traffic.people().get(p);
      traffic.tell(
          p,
          (contact, at) ->
              counts.merge(edition.decide(facts, contact, at).outcome(), 1L, Long::sum));
    }
    return counts;
  }

  @Test
  void every_edition_gets_the_same_contacts_and_its_own_counts() {
    Traffic traffic = traffic();
    List<Reachability> editions = List.of(book.under("p0"), book.under("city"));
    List<DryRunResult> results = DryRun.of(traffic, editions);
    assertEquals(results.get(0).contacts(), results.get(1).contacts());
    assertNotEquals(results.get(0).deferred(), results.get(1).deferred());
    for (int i = 0; i < editions.size(); i++) {
      DryRunResult result = results.get(i);
      Map<String, Long> expected = oneByOne(traffic, editions.get(i));
      assertEquals(editions.get(i).edition(), result.edition());
      assertEquals(expected.getOrDefault("DELIVER", 0L), result.delivered());
      assertEquals(expected.getOrDefault("SILENCE", 0L), result.silenced());
      assertEquals(expected.getOrDefault("DEFER", 0L), result.deferred());
      assertEquals(expected.getOrDefault("ROUTE", 0L), result.routed());
      assertEquals(expected.getOrDefault("REFUSE", 0L), result.refused());
    }
  }

  @Test
  void the_longest_wait_is_that_of_the_contact_deferred_furthest() {
    Traffic traffic = traffic();
    Reachability p0 = book.under("p0");
    Duration[] longest = {Duration.ZERO};
    for (int p = 0; p < traffic.people().size(); p++) {
      PersonFacts facts = traffic.people().get(p);
      traffic.tell(
          p,
          (contact, at) -> {
            if (p0.decide(facts, contact, at) instanceof Decision.Defer d
                && Duration.between(at, d.until()).compareTo(longest[0]) > 0)
              longest[0] = Duration.between(at, d.until());
          });
    }
    assertEquals(
        longest[0].toSeconds(),
        DryRun.of(traffic, List.of(p0)).get(0).longestWait().toSeconds(),
        1);
    assertTrue(longest[0].compareTo(Duration.ofDays(2)) > 0, longest[0]::toString);
  }

  @Test
  void nobody_at_all_is_counted_as_nothing() {
    Traffic empty = new GeneratedTraffic(List.of(), BERLIN, LocalDate.of(2026, 1, 5), 7, 10, 1);
    DryRunResult result = DryRun.of(empty, List.of(book.under("p0"))).get(0);
    assertEquals(0, result.contacts());
    assertEquals(Duration.ZERO, result.longestWait());
  }

  @Test
  void who_was_forgotten_gets_the_same_answers_again() {
    Reachability p0 = book.under("p0");
    Traffic traffic = traffic();
    Map<String, Long> before = oneByOne(traffic, p0);
    traffic.people().forEach(p0::forget);
    assertEquals(before, oneByOne(traffic, p0));
  }
}
