package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.feierabend.people.Employer;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerRow;
import org.feierabend.timeline.IsoWeek;

/** Appends to an employer's chain while it holds the chain's head. */
final class Ledger {
  private Ledger() {}

  static LedgerRow append(Connection c, int employer, Function<LedgerHead, LedgerRow> next)
      throws SQLException {
    // everybody who appends takes this row first; foreign keys to it are not held up
    Sql.query(
        c, "SELECT no FROM employer WHERE no = ? FOR NO KEY UPDATE", r -> r.getInt(1), employer);
    LedgerHead head = head(c, employer);
    LedgerRow row = next.apply(head);
    if (row.seq() != head.count() || !row.prev().equals(head.hash()))
      throw new IllegalStateException(
          "A ledger row must follow its head (%d rows, %s), but has seq %d and prev %s."
              .formatted(head.count(), head.hash(), row.seq(), row.prev()));
    Sql.update(
        c,
        "INSERT INTO ledger (employer, seq, type, week, prev, hash, json) VALUES (?, ?, ?, ?, ?, ?, ?)",
        employer,
        row.seq(),
        row.type().name(),
        row.week().map(IsoWeek::toString).orElse(null),
        row.prev(),
        row.hash(),
        row.json());
    return row;
  }

  /** The row must be what the step of this week is to leave behind. */
  static LedgerRow require(LedgerRow row, LedgerRow.Type type, Employer employer, IsoWeek week) {
    if (row.type() != type || !row.week().equals(Optional.of(week)))
      throw new IllegalStateException(
          "Expected a %s row for week %s of '%s', but got %s for %s."
              .formatted(type, week, employer.id(), row.type(), row.week()));
    return row;
  }

  private static LedgerHead head(Connection c, int employer) throws SQLException {
    List<LedgerHead> heads =
        Sql.query(
            c,
            "SELECT seq, hash FROM ledger WHERE employer = ? ORDER BY seq DESC LIMIT 1",
            r -> new LedgerHead(r.getLong(1) + 1, r.getString(2)),
            employer);
    return heads.isEmpty() ? LedgerHead.EMPTY : heads.get(0);
  }
}
