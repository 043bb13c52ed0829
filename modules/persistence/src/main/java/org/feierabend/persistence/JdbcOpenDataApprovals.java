package org.feierabend.persistence;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.feierabend.intake.OpenDataApprovals;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;

/** Approvals of open-data bundles, in PostgreSQL. */
public final class JdbcOpenDataApprovals implements OpenDataApprovals {
  private final Database database;

  public JdbcOpenDataApprovals(Database database) {
    this.database = database;
  }

  @Override
  public Map<Role, Instant> of(Employer employer, int year, String hash) {
    Map<Role, Instant> approvals = new EnumMap<>(Role.class);
    database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT role, approved FROM open_data_approval"
                    + " WHERE employer = ? AND year = ? AND hash = ?",
                r -> approvals.put(Role.valueOf(r.getString(1)), Sql.instant(r, 2)),
                employer.no(),
                year,
                hash));
    return approvals;
  }

  @Override
  public boolean approve(Employer employer, int year, String hash, Role role, Instant at) {
    if (role != Role.HR && role != Role.COUNCIL)
      throw new IllegalArgumentException("HR and COUNCIL approve, but got %s.".formatted(role));
    return database.transaction(
            c ->
                Sql.update(
                    c,
                    "INSERT INTO open_data_approval (employer, year, hash, role, approved)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    employer.no(),
                    year,
                    hash,
                    role.name(),
                    at))
        == 1;
  }
}
