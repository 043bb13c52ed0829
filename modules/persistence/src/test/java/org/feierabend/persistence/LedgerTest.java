package org.feierabend.persistence;

import static org.feierabend.persistence.Sample.WEEK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.feierabend.people.Employer;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerRow;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static DatabaseSettings settings;
  private static Database database;
  private static JpaReleases releases;
  private static Employer employer;

  @BeforeAll
  static void open() {
    settings = Postgres.freshSettings();
    database = Database.open(settings);
    releases = new JpaReleases(database);
    employer = new JpaDirectory(database).create(Sample.city("ledger", 1));
    releases.append(employer.id(), h -> Sample.row(h, LedgerRow.Type.RELEASE, WEEK));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void no_row_of_the_ledger_is_ever_changed_or_taken_away_not_even_by_the_owner() {
    for (String attack :
        List.of(
            "UPDATE ledger SET json = '{}'",
            "DELETE FROM ledger",
            "TRUNCATE ledger",
            "TRUNCATE employer CASCADE",
            "INSERT INTO ledger SELECT * FROM ledger ON CONFLICT (employer, seq) DO UPDATE SET json = '{}'"))
      assertThrows(
          IllegalStateException.class,
          () -> database.transaction(c -> Sql.update(c, attack)),
          attack);
    assertTrue(releases.ledger(employer.id()).get(0).json().contains("RELEASE"));
  }

  @Test
  void a_role_that_may_only_read_and_append_cannot_even_ask() throws SQLException {
    database.transaction(
        c -> {
          Sql.update(c, "CREATE ROLE reader_ledger LOGIN PASSWORD 'reader'");
          Sql.update(c, "GRANT SELECT, INSERT ON ledger TO reader_ledger");
          return Sql.update(c, "GRANT SELECT, UPDATE ON employer TO reader_ledger");
        });
    String url = settings.url().replaceFirst("\\?.*", "");
    try (Connection c = DriverManager.getConnection(url, "reader_ledger", "reader");
        Statement s = c.createStatement()) {
      for (String attack :
          List.of("UPDATE ledger SET json = '{}'", "DELETE FROM ledger", "TRUNCATE ledger"))
        assertEquals(
            "42501", assertThrows(SQLException.class, () -> s.execute(attack)).getSQLState());
    }
  }

  @Test
  void a_week_is_released_once_and_a_chain_has_no_forks() throws Exception {
    assertThrows(
        IllegalStateException.class,
        () -> releases.append(employer.id(), h -> Sample.row(h, LedgerRow.Type.RELEASE, WEEK)));
    assertThrows(
        IllegalStateException.class,
        () ->
            releases.append(
                employer.id(),
                h -> Sample.row(LedgerHead.EMPTY, LedgerRow.Type.RELEASE, WEEK.next())));
    List<Callable<Void>> calls = new ArrayList<>();
    for (int i = 10; i < 30; i++) {
      IsoWeek week = new IsoWeek(2026, i);
      calls.add(
          () -> {
            releases.append(employer.id(), h -> Sample.row(h, LedgerRow.Type.RELEASE, week));
            return null;
          });
    }
    AcceptanceTest.inParallel(calls);
    List<LedgerRow> chain = releases.ledger(employer.id());
    assertEquals(21, chain.size());
    for (int i = 1; i < chain.size(); i++) {
      assertEquals(i, chain.get(i).seq());
      assertEquals(chain.get(i - 1).hash(), chain.get(i).prev());
    }
  }
}
