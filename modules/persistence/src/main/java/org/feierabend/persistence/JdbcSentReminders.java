package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.feierabend.people.Employer;
import org.feierabend.telework.Reminder;
import org.feierabend.telework.SentReminders;

/** Reminders that were sent, in PostgreSQL. */
public final class JdbcSentReminders implements SentReminders {
  private record Mark(UUID agreement, String kind, LocalDate due) {
    static Mark of(Reminder r) {
      return new Mark(r.about().id(), r.kind().name(), r.due());
    }
  }

  private final Database database;

  public JdbcSentReminders(Database database) {
    this.database = database;
  }

  /**
   * The rows are written first: whoever else wants to send the same waits for them, and then need
   * not.
   */
  @Override
  public void handOver(
      Employer employer, String outlet, List<Reminder> due, Consumer<List<Reminder>> send) {
    database.transaction(
        c -> {
          Set<Mark> known = known(c, employer, outlet);
          List<Reminder> fresh = new ArrayList<>();
          for (Reminder r : due)
            if (!known.contains(Mark.of(r)) && isFirst(c, employer, outlet, Mark.of(r)))
              fresh.add(r);
          if (!fresh.isEmpty()) send.accept(fresh);
          return fresh.size();
        });
  }

  private static Set<Mark> known(Connection c, Employer employer, String outlet)
      throws SQLException {
    return new HashSet<>(
        Sql.query(
            c,
            "SELECT agreement, kind, due FROM telework_reminded WHERE employer = ? AND outlet = ?",
            r ->
                new Mark(
                    r.getObject(1, UUID.class), r.getString(2), r.getObject(3, LocalDate.class)),
            employer.no(),
            outlet));
  }

  private static boolean isFirst(Connection c, Employer employer, String outlet, Mark mark)
      throws SQLException {
    return Sql.update(
            c,
            "INSERT INTO telework_reminded (employer, outlet, agreement, kind, due)"
                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            employer.no(),
            outlet,
            mark.agreement(),
            mark.kind(),
            mark.due())
        == 1;
  }

  @Override
  public void forget(Employer employer) {
    database.transaction(
        c ->
            Sql.update(
                c,
                "DELETE FROM telework_reminded r WHERE employer = ? AND NOT EXISTS"
                    + " (SELECT FROM telework_agreement a WHERE a.employer = r.employer AND a.id = r.agreement)",
                employer.no()));
  }
}
