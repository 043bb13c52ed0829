package org.feierabend.persistence;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.feierabend.audit.AuditRow;
import org.feierabend.audit.AuditRows;
import org.feierabend.contact.EmployerId;
import org.feierabend.report.LedgerHead;

/** The audit logs in the table {@code audit}. */
public final class JdbcAuditRows implements AuditRows {
  private final Database database;

  public JdbcAuditRows(Database database) {
    this.database = database;
  }

  @Override
  public List<EmployerId> employers() {
    return database.transaction(
        c ->
            Sql.query(
                c, "SELECT id FROM employer ORDER BY no", r -> new EmployerId(r.getString(1))));
  }

  @Override
  public List<AuditRow> rows(EmployerId employer) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT a.seq, a.prev, a.hash, a.json FROM audit a JOIN employer e ON e.no = a.employer"
                    + " WHERE e.id = ? ORDER BY a.seq",
                r -> new AuditRow(r.getLong(1), r.getString(2), r.getString(3), r.getString(4)),
                employer.value()));
  }

  @Override
  public void append(
      EmployerId employer, Function<LedgerHead, AuditRow> next, Consumer<AuditRow> kept) {
    database.transaction(
        c -> {
          // one lock for all logs, so that two entries for everybody cannot wait for each other
          Sql.query(c, "SELECT 1 FROM pg_advisory_xact_lock(hashtext('audit'))", r -> 1);
          int no =
              Sql.query(
                      c, "SELECT no FROM employer WHERE id = ?", r -> r.getInt(1), employer.value())
                  .stream()
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "There is no employer '%s'.".formatted(employer)));
          LedgerHead head =
              Sql.query(
                      c,
                      "SELECT seq, hash FROM audit WHERE employer = ? ORDER BY seq DESC LIMIT 1",
                      r -> new LedgerHead(r.getLong(1) + 1, r.getString(2)),
                      no)
                  .stream()
                  .findFirst()
                  .orElse(LedgerHead.EMPTY);
          AuditRow row = next.apply(head);
          Sql.update(
              c,
              "INSERT INTO audit (employer, seq, prev, hash, json) VALUES (?, ?, ?, ?, ?)",
              no,
              row.seq(),
              row.prev(),
              row.hash(),
              row.json());
          database.afterCommit(() -> kept.accept(row));
          return row;
        });
  }

  @Override
  public <T> T together(Supplier<T> change) {
    return database.transaction(c -> change.get());
  }
}
