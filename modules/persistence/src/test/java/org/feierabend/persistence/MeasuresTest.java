package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.feierabend.decision.Sentence;
import org.feierabend.measure.Measure;
import org.feierabend.measure.MeasurePlan;
import org.feierabend.measure.MeasurePlan.Horizon;
import org.feierabend.measure.Resolution;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.people.UnitId;
import org.feierabend.report.Indicator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Measures on real PostgreSQL. */
class MeasuresTest {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Instant NOW = Instant.parse("2026-02-03T10:00:00Z");
  private static final LocalDate DUE = LocalDate.parse("2026-12-31");
  private static Database database;

  private JdbcMeasures measures;
  private Employer employer;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void employ() {
    measures = new JdbcMeasures(database);
    employer =
        new JpaDirectory(database).create(Sample.city("measures-" + NEXT.incrementAndGet(), 1));
  }

  private static MeasurePlan plan(Horizon horizon, LocalDate due, String euros) {
    return new MeasurePlan(
        new Sentence("Kernzeit", "Core time"),
        horizon,
        new UnitId("roads"),
        horizon == Horizon.LONG ? Optional.of(new UnitId("roads")) : Optional.empty(),
        due,
        Indicator.MEETINGS_OUTSIDE,
        new BigDecimal("2.5"),
        new BigDecimal(euros),
        horizon == Horizon.SHORT
            ? Optional.of(new Resolution(DUE.minusYears(1), "20-26 / B 117"))
            : Optional.empty());
  }

  private Measure add(Horizon horizon, LocalDate due) {
    Measure m =
        Measure.proposed(UUID.randomUUID(), plan(horizon, due, "99999999999.99"), Role.HR, NOW);
    measures.add(employer, m);
    return m;
  }

  @Test
  void a_measure_comes_back_as_it_was_kept_and_those_of_another_town_do_not() {
    Measure long1 = add(Horizon.LONG, DUE);
    Measure short2 = add(Horizon.SHORT, DUE);
    Measure short1 = add(Horizon.SHORT, DUE.minusDays(1));
    assertEquals(List.of(short1, short2, long1), measures.all(employer));
    assertEquals(Optional.of(short1), measures.find(employer, short1.id()));
    Employer other =
        new JpaDirectory(database).create(Sample.city("measures-" + NEXT.incrementAndGet(), 1));
    assertEquals(List.of(), measures.all(other));
    assertEquals(Optional.empty(), measures.find(other, short1.id()));
  }

  @Test
  void every_step_of_its_way_is_kept_with_what_was_agreed_and_what_waits() {
    Measure at = add(Horizon.SHORT, DUE);
    List<java.util.function.UnaryOperator<Measure>> steps =
        List.of(
            m -> m.agree(Role.COUNCIL, NOW),
            m -> m.change(plan(Horizon.LONG, DUE, "0.01"), Role.COUNCIL, NOW),
            m -> m.begin(DUE, NOW),
            m -> m.agree(Role.HR, NOW),
            m -> m.giveUp(Role.HR, NOW),
            m -> m.refuse(NOW),
            m -> m.finish(DUE.plusDays(3), NOW));
    for (var step : steps) {
      at = step.apply(at);
      assertTrue(measures.replace(employer, at));
      assertEquals(Optional.of(at), measures.find(employer, at.id()));
    }
  }

  @Test
  void who_is_slower_is_told() {
    Measure first = add(Horizon.SHORT, DUE);
    assertTrue(measures.replace(employer, first.agree(Role.COUNCIL, NOW)));
    assertFalse(measures.replace(employer, first.refuse(NOW)));
    measures.add(employer, first.refuse(NOW));
    assertEquals(Measure.State.AGREED, measures.find(employer, first.id()).orElseThrow().state());
  }
}
