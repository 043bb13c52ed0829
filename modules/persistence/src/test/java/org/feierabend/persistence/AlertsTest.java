package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feierabend.alert.Alert;
import org.feierabend.alert.Alerts.Side;
import org.feierabend.people.Employer;
import org.feierabend.people.UnitId;
import org.feierabend.report.Indicator;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts on real PostgreSQL. */
class AlertsTest {
  private static final IsoWeek WEEK = IsoWeek.parse("2026-W05");
  private static final Instant FOUND = Instant.parse("2026-02-03T11:00:00Z");

  private static Database database;
  private static int employers;
  private Employer employer;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
  }

  @BeforeEach
  void employ() {
    employer = new JpaDirectory(database).create(Sample.city("alerts-" + ++employers, 1));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static Alert alert(IsoWeek week, String unit) {
    return new Alert(
        week,
        new UnitId(unit),
        Indicator.CONTACTS_OUTSIDE,
        "alert-threshold",
        new BigDecimal("31.2"),
        new BigDecimal("44.0"),
        4);
  }

  @Test
  void a_week_is_judged_once_each_side_notes_for_itself_and_counts_are_what_stays() {
    JdbcAlerts alerts = new JdbcAlerts(database);
    assertEquals(Optional.empty(), alerts.judgedUpTo(employer));
    alerts.keep(employer, WEEK, List.of(alert(WEEK, "u-1"), alert(WEEK, "u-2")), FOUND);
    alerts.keep(employer, WEEK, List.of(alert(WEEK, "u-3")), FOUND);
    alerts.keep(employer, WEEK.previous(), List.of(alert(WEEK.previous(), "u-1")), FOUND);
    assertEquals(Optional.of(WEEK), alerts.judgedUpTo(employer));
    assertEquals(
        List.of(alert(WEEK, "u-1"), alert(WEEK, "u-2")),
        alerts.open(employer, Side.HR).stream().map(k -> k.alert()).toList());

    long first = alerts.open(employer, Side.HR).get(0).id();
    assertTrue(alerts.acknowledge(employer, first, Side.HR));
    assertFalse(alerts.acknowledge(employer, first, Side.HR));
    assertEquals(1, alerts.open(employer, Side.HR).size());
    assertEquals(2, alerts.open(employer, Side.MANAGEMENT).size());

    alerts.forget(employer, FOUND);
    assertEquals(2, alerts.open(employer, Side.MANAGEMENT).size());
    alerts.forget(employer, FOUND.plusSeconds(1));
    assertEquals(0, alerts.open(employer, Side.MANAGEMENT).size());
    assertEquals(
        List.of("2026-02 alert-threshold 2 1 0"),
        database.transaction(
            c ->
                Sql.query(
                    c,
                    "SELECT concat_ws(' ', month, rule, found, hr, management) FROM alert_count"
                        + " WHERE employer = ?",
                    r -> r.getString(1),
                    employer.no())));
  }

  @Test
  void nobody_of_another_employer_finds_or_notes_it() {
    JdbcAlerts alerts = new JdbcAlerts(database);
    Employer other = new JpaDirectory(database).create(Sample.city("alerts-other", 1));
    alerts.keep(employer, WEEK.next(), List.of(alert(WEEK.next(), "u-9")), FOUND);
    long id =
        alerts.open(employer, Side.HR).stream()
            .filter(k -> k.alert().unit().value().equals("u-9"))
            .findFirst()
            .orElseThrow()
            .id();
    assertEquals(List.of(), alerts.open(other, Side.HR));
    assertFalse(alerts.acknowledge(other, id, Side.HR));
  }
}
