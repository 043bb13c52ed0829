package org.feierabend.persistence;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.feierabend.intake.IssuedReports;
import org.feierabend.people.Employer;
import org.feierabend.report.ReportPeriod;

/** Prepared reports in PostgreSQL: not their text, which follows from the ledger. */
public final class JdbcIssuedReports implements IssuedReports {
  private static final Comparator<Issued> BY_END =
      Comparator.comparing((Issued r) -> r.period().to()).thenComparing(r -> r.period().kind());

  private final Database database;

  public JdbcIssuedReports(Database database) {
    this.database = database;
  }

  @Override
  public List<Issued> all(Employer employer) {
    return database
        .transaction(
            c ->
                Sql.query(
                    c,
                    "SELECT period, prepared, ledger_rows FROM report WHERE employer = ?",
                    r ->
                        new Issued(
                            ReportPeriod.parse(r.getString(1)), Sql.instant(r, 2), r.getLong(3)),
                    employer.no()))
        .stream()
        .sorted(BY_END)
        .toList();
  }

  @Override
  public void issue(Employer employer, Issued report) {
    database.transaction(
        c ->
            Sql.update(
                c,
                "INSERT INTO report (employer, period, prepared, ledger_rows) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT DO NOTHING",
                employer.no(),
                report.period().label(),
                report.prepared(),
                report.ledgerRows()));
  }

  @Override
  public Set<String> handedTo(Employer employer, ReportPeriod period) {
    return new HashSet<>(
        database.transaction(
            c ->
                Sql.query(
                    c,
                    "SELECT outlet FROM report_handed_over WHERE employer = ? AND period = ?",
                    r -> r.getString(1),
                    employer.no(),
                    period.label())));
  }

  /**
   * The row is written first: whoever else wants to send the same waits for it, and then need not.
   */
  @Override
  public void handOver(Employer employer, ReportPeriod period, String outlet, Runnable send) {
    database.transaction(
        c -> {
          int first =
              Sql.update(
                  c,
                  "INSERT INTO report_handed_over (employer, period, outlet) VALUES (?, ?, ?)"
                      + " ON CONFLICT DO NOTHING",
                  employer.no(),
                  period.label(),
                  outlet);
          if (first == 1) send.run();
          return first;
        });
  }
}
