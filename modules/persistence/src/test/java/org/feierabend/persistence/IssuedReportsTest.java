package org.feierabend.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.feierabend.intake.IssuedReports.Issued;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.report.ReportPeriod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IssuedReportsTest {
  private static final ReportPeriod QUARTER = ReportPeriod.parse("2026-Q1");
  private static final Instant MOMENT = Instant.parse("2026-04-01T05:00:00Z");

  private static Database database;
  private static JdbcIssuedReports reports;
  private static Employer employer;

  @BeforeAll
  static void open() {
    database = Postgres.fresh();
    reports = new JdbcIssuedReports(database);
    employer = new JpaDirectory(database).create(Sample.city("reports", 1));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void a_report_stays_as_it_was_prepared_and_is_sent_until_it_arrived_and_then_no_more() {
    reports.issue(employer, new Issued(QUARTER, MOMENT, 26));
    reports.issue(employer, new Issued(QUARTER, MOMENT.plusSeconds(9), 28));
    reports.issue(employer, new Issued(ReportPeriod.parse("2026-W05"), MOMENT, 10));
    assertEquals(
        List.of(
            new Issued(ReportPeriod.parse("2026-W05"), MOMENT, 10),
            new Issued(QUARTER, MOMENT, 26)),
        reports.all(employer));

    AtomicInteger sent = new AtomicInteger();
    assertThrows(
        RuntimeException.class,
        () ->
            reports.handOver(
                employer,
                QUARTER,
                "mail",
                () -> {
                  throw new IllegalStateException("the mail server is away");
                }));
    assertEquals(Set.of(), reports.handedTo(employer, QUARTER));
    for (int i = 0; i < 3; i++) reports.handOver(employer, QUARTER, "mail", sent::incrementAndGet);
    assertEquals(1, sent.get());
    assertEquals(Set.of("mail"), reports.handedTo(employer, QUARTER));
  }

  @Test
  void open_data_are_free_once_both_sides_agreed_to_the_same_bytes() {
    JdbcOpenDataApprovals approvals = new JdbcOpenDataApprovals(database);
    approvals.approve(employer, 2025, "aa", Role.HR, MOMENT);
    approvals.approve(employer, 2025, "bb", Role.COUNCIL, MOMENT);
    assertFalse(approvals.free(employer, 2025, "aa"));
    approvals.approve(employer, 2025, "aa", Role.COUNCIL, MOMENT);
    approvals.approve(employer, 2025, "aa", Role.COUNCIL, MOMENT.plusSeconds(9));
    assertEquals(Map.of(Role.HR, MOMENT, Role.COUNCIL, MOMENT), approvals.of(employer, 2025, "aa"));
    assertTrue(approvals.free(employer, 2025, "aa"));
    assertFalse(approvals.free(employer, 2025, "bb"));
    assertFalse(approvals.free(employer, 2024, "aa"));
    assertThrows(
        IllegalArgumentException.class,
        () -> approvals.approve(employer, 2025, "aa", Role.MANAGER, MOMENT));
  }
}
