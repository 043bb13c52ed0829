package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.feierabend.intake.WeekClosed;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Employer;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Mark;
import org.feierabend.report.Sums;
import org.feierabend.timeline.IsoWeek;

/** The life of the weeks in PostgreSQL. */
public final class JdbcWeeks implements Weeks {
  private final Database database;

  public JdbcWeeks(Database database) {
    this.database = database;
  }

  @Override
  public List<Week> unfinished(Employer employer) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT week, state FROM week WHERE employer = ? AND state <> 'DESTROYED' ORDER BY week",
                r -> new Week(IsoWeek.parse(r.getString(1)), State.valueOf(r.getString(2))),
                employer.no()));
  }

  @Override
  public Optional<State> state(Employer employer, IsoWeek week) {
    return database.transaction(c -> state(c, employer, week));
  }

  @Override
  public void open(Employer employer, IsoWeek week) {
    database.transaction(
        c -> {
          int opened =
              Sql.update(
                  c,
                  "INSERT INTO week (employer, week, state) VALUES (?, ?, 'OPEN') ON CONFLICT DO NOTHING",
                  employer.no(),
                  week.toString());
          if (opened == 1) WeekTables.of(employer, week).create(c);
          return opened;
        });
  }

  @Override
  public void seal(Employer employer, IsoWeek week) {
    database.transaction(
        c -> {
          State state = locked(c, employer, week); // waits for every commit into this week
          return state == State.OPEN && set(c, employer, week, State.SEALED);
        });
  }

  @Override
  public void tally(
      Employer employer,
      IsoWeek week,
      List<Mark> marks,
      Map<Integer, Long> fromOffsets,
      Map<Integer, Long> nextOffsets) {
    database.transaction(
        c -> {
          // what a crash could lose here it empties anyway, so nobody needs to wait for the disk
          Sql.update(c, "SET LOCAL synchronous_commit = off");
          State state = shared(c, employer, week);
          if (state != State.OPEN && state != State.SEALED) throw new WeekClosed(week);
          Tallies tallies = new Tallies(c, WeekTables.of(employer, week));
          tallies.requireAt(fromOffsets);
          tallies.apply(marks);
          tallies.move(nextOffsets);
          return null;
        });
  }

  @Override
  public Map<Integer, Long> markOffsets(Employer employer, IsoWeek week) {
    return database.transaction(
        c -> {
          State state = shared(c, employer, week);
          if (state != State.OPEN && state != State.SEALED) throw new WeekClosed(week);
          return new Tallies(c, WeekTables.of(employer, week)).offsets();
        });
  }

  @Override
  public Optional<OwnCounts> counted(Employer employer, IsoWeek week, byte[] pseudonym) {
    return database.transaction(
        c -> {
          State state = shared(c, employer, week);
          if (state != State.OPEN && state != State.SEALED) throw new WeekClosed(week);
          return new Tallies(c, WeekTables.of(employer, week)).of(pseudonym);
        });
  }

  @Override
  public LedgerRow release(
      Employer employer,
      IsoWeek week,
      Map<Integer, Long> readTo,
      BiFunction<Sums, LedgerHead, LedgerRow> release) {
    return database.transaction(
        c -> {
          State state = locked(c, employer, week);
          if (state != State.SEALED)
            throw new IllegalStateException(
                "Week %s of '%s' is %s; only a SEALED week is released, and once."
                    .formatted(week, employer.id(), state));
          WeekTables tables = WeekTables.of(employer, week);
          Tallies tallies = new Tallies(c, tables);
          tallies.requireReached(readTo);
          Sums sums = tallies.sums();
          LedgerRow row =
              Ledger.append(
                  c,
                  employer.no(),
                  head ->
                      Ledger.require(
                          release.apply(sums, head), LedgerRow.Type.RELEASE, employer, week));
          tables.drop(c);
          set(c, employer, week, State.RELEASED);
          return row;
        });
  }

  @Override
  public LedgerRow destroyed(
      Employer employer, IsoWeek week, Function<LedgerHead, LedgerRow> record) {
    return database.transaction(
        c -> {
          State state = locked(c, employer, week);
          if (state != State.RELEASED)
            throw new IllegalStateException(
                "Week %s of '%s' is %s; DESTROYED follows RELEASED, once."
                    .formatted(week, employer.id(), state));
          LedgerRow row =
              Ledger.append(
                  c,
                  employer.no(),
                  head ->
                      Ledger.require(record.apply(head), LedgerRow.Type.DESTROYED, employer, week));
          Sql.update(
              c,
              "DELETE FROM inbound_offset WHERE employer = ? AND week = ?",
              employer.no(),
              week.toString());
          RestsUntil.forgetPast(c, employer);
          set(c, employer, week, State.DESTROYED);
          return row;
        });
  }

  private static State locked(Connection c, Employer employer, IsoWeek week) throws SQLException {
    WeekLock.own(c, employer, week);
    return state(c, employer, week)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Week %s of '%s' was never opened.".formatted(week, employer.id())));
  }

  private static State shared(Connection c, Employer employer, IsoWeek week) throws SQLException {
    WeekLock.share(c, employer, week);
    return state(c, employer, week).orElseThrow(() -> new WeekClosed(week));
  }

  private static Optional<State> state(Connection c, Employer employer, IsoWeek week)
      throws SQLException {
    return Sql.query(
            c,
            "SELECT state FROM week WHERE employer = ? AND week = ?",
            r -> State.valueOf(r.getString(1)),
            employer.no(),
            week.toString())
        .stream()
        .findFirst();
  }

  private static boolean set(Connection c, Employer employer, IsoWeek week, State state)
      throws SQLException {
    return Sql.update(
            c,
            "UPDATE week SET state = ? WHERE employer = ? AND week = ?",
            state.name(),
            employer.no(),
            week.toString())
        == 1;
  }
}
