package org.feierabend.persistence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.feierabend.contact.EmployerId;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Releases;
import org.feierabend.timeline.IsoWeek;

/** The published weeks in PostgreSQL. */
public final class JpaReleases implements Releases {
  private final Database database;

  public JpaReleases(Database database) {
    this.database = database;
  }

  @Override
  public List<LedgerRow> ledger(EmployerId employer) {
    return database.entities(
        em ->
            em.createQuery(
                    "SELECT l FROM LedgerEntry l, EmployerRow e"
                        + " WHERE l.employer = e.no AND e.id = :id ORDER BY l.seq",
                    LedgerEntry.class)
                .setParameter("id", employer.value())
                .getResultStream()
                .map(LedgerEntry::toRow)
                .toList());
  }

  @Override
  public List<LedgerRow> releases(
      EmployerId employer, Optional<IsoWeek> from, Optional<IsoWeek> to) {
    return database.entities(
        em ->
            em.createQuery(
                    "SELECT l FROM LedgerEntry l, EmployerRow e"
                        + " WHERE l.employer = e.no AND e.id = :id AND l.type = 'RELEASE'"
                        + " AND l.week >= :from AND l.week <= :to ORDER BY l.seq",
                    LedgerEntry.class)
                .setParameter("id", employer.value())
                .setParameter("from", from.map(IsoWeek::toString).orElse("0000-W00"))
                .setParameter("to", to.map(IsoWeek::toString).orElse("9999-W99"))
                .getResultStream()
                .map(LedgerEntry::toRow)
                .toList());
  }

  @Override
  public LedgerRow append(EmployerId employer, Function<LedgerHead, LedgerRow> next) {
    return database.transaction(
        c -> {
          List<Integer> no =
              Sql.query(
                  c, "SELECT no FROM employer WHERE id = ?", r -> r.getInt(1), employer.value());
          if (no.isEmpty())
            throw new IllegalArgumentException("There is no employer '%s'.".formatted(employer));
          return Ledger.append(c, no.get(0), next);
        });
  }
}
