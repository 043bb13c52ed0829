package org.feierabend.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.decision.Sentence;
import org.feierabend.decision.Unfit;
import org.feierabend.measure.Measure.State;
import org.feierabend.measure.MeasurePlan.Horizon;
import org.feierabend.people.Role;
import org.feierabend.people.UnitId;
import org.feierabend.report.Indicator;
import org.junit.jupiter.api.Test;

class MeasureTest {
  private static final Instant NOW = Instant.parse("2026-02-03T10:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");

  private static MeasurePlan plan(Horizon horizon, String staffDays, String euros) {
    return new MeasurePlan(
        new Sentence("Verzögerter Versand", "Delayed sending"),
        horizon,
        new UnitId("it"),
        Optional.empty(),
        LocalDate.parse("2026-12-31"),
        Indicator.CONTACTS_OUTSIDE,
        new BigDecimal(staffDays),
        new BigDecimal(euros),
        Optional.of(new Resolution(LocalDate.parse("2025-11-20"), "20-26 / B 117")));
  }

  private static final MeasurePlan FIRST = plan(Horizon.SHORT, "12.5", "4000");
  private static final MeasurePlan SECOND = plan(Horizon.SHORT, "20", "9000.50");

  private static Measure proposed() {
    return Measure.proposed(UUID.randomUUID(), FIRST, Role.HR, NOW);
  }

  @Test
  void it_holds_once_the_side_that_did_not_propose_it_agreed() {
    assertThrows(Unfit.class, () -> proposed().agree(Role.HR, NOW));
    Measure agreed = proposed().agree(Role.COUNCIL, NOW);
    assertEquals(State.AGREED, agreed.state());
    assertEquals(Optional.of(FIRST), agreed.agreed());
    assertEquals(2, agreed.version());
  }

  @Test
  void a_change_waits_for_the_other_side_and_until_then_the_plan_before_holds() {
    Measure changed = proposed().agree(Role.COUNCIL, NOW).change(SECOND, Role.COUNCIL, NOW);
    assertEquals(FIRST, changed.plan());
    assertThrows(Unfit.class, () -> changed.agree(Role.COUNCIL, NOW));
    assertEquals(SECOND, changed.agree(Role.HR, NOW).plan());
    Measure refused = changed.refuse(NOW);
    assertEquals(FIRST, refused.plan());
    assertEquals(State.AGREED, refused.state());
  }

  @Test
  void a_counter_proposal_turns_who_must_agree() {
    Measure counter = proposed().change(SECOND, Role.COUNCIL, NOW);
    assertThrows(Unfit.class, () -> counter.agree(Role.COUNCIL, NOW));
    assertEquals(SECOND, counter.agree(Role.HR, NOW).plan());
  }

  @Test
  void what_was_refused_before_it_was_agreed_is_over() {
    Measure refused = proposed().refuse(NOW);
    assertEquals(State.DROPPED, refused.state());
    assertEquals(Optional.empty(), refused.agreed());
    assertThrows(Unfit.class, () -> refused.agree(Role.COUNCIL, NOW));
    assertThrows(Unfit.class, () -> refused.change(SECOND, Role.HR, NOW));
  }

  @Test
  void it_begins_only_agreed_and_ends_after_it_began() {
    assertThrows(Unfit.class, () -> proposed().begin(DAY, NOW));
    Measure running = proposed().agree(Role.COUNCIL, NOW).begin(DAY, NOW);
    assertThrows(Unfit.class, () -> running.finish(DAY.minusDays(1), NOW));
    Measure done = running.finish(DAY, NOW);
    assertEquals(State.DONE, done.state());
    assertThrows(Unfit.class, () -> done.giveUp(Role.HR, NOW));
  }

  @Test
  void what_was_agreed_is_given_up_by_both_alone() {
    assertThrows(Unfit.class, () -> proposed().giveUp(Role.HR, NOW));
    Measure leaving = proposed().agree(Role.COUNCIL, NOW).giveUp(Role.HR, NOW);
    assertEquals(State.AGREED, leaving.state());
    assertThrows(Unfit.class, () -> leaving.agree(Role.HR, NOW));
    assertEquals(State.DROPPED, leaving.agree(Role.COUNCIL, NOW).state());
  }

  @Test
  void totals_are_exact_and_keep_apart_what_is_not_agreed() {
    Measure agreed = proposed().agree(Role.COUNCIL, NOW);
    Measure other =
        Measure.proposed(UUID.randomUUID(), plan(Horizon.SHORT, "0.25", "0.10"), Role.COUNCIL, NOW)
            .agree(Role.HR, NOW);
    Measure waiting =
        Measure.proposed(UUID.randomUUID(), plan(Horizon.LONG, "100", "0.20"), Role.HR, NOW);
    List<Totals> totals = Totals.of(List.of(agreed, other, waiting, proposed().refuse(NOW)));
    assertEquals(
        new Totals.Sum(2, new BigDecimal("12.75"), new BigDecimal("4000.10")),
        totals.get(0).agreed());
    assertEquals(0, totals.get(0).proposed().measures());
    assertEquals(0, totals.get(1).agreed().measures());
    assertEquals(new BigDecimal("0.20"), totals.get(2).proposed().euros());
    assertEquals(0, totals.get(2).agreed().measures());
  }

  @Test
  void amounts_are_not_rounded_and_not_below_nothing() {
    for (String wrong : List.of("-1", "0.005", "100000000000.01")) {
      String why =
          assertThrows(IllegalArgumentException.class, () -> plan(Horizon.SHORT, "1", wrong))
              .getMessage();
      assertTrue(why.contains(wrong), why);
    }
  }
}
