package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Addresses;
import org.feierabend.people.Departures;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.UnitId;

/**
 * People whose row of the directory is marked as leaving. Tables that hold a person's number either
 * refer to that row, and lose theirs with it, or are named here.
 */
public final class JdbcDepartures implements Departures {
  private final Database database;

  public JdbcDepartures(Database database) {
    this.database = database;
  }

  @Override
  public List<Person> pending(Employer employer) {
    return database.transaction(
        c ->
            Sql.query(
                c,
                "SELECT no, id, unit, facts FROM person WHERE employer = ? AND leaving ORDER BY no",
                r ->
                    new Person(
                        r.getLong(1),
                        new PersonId(r.getString(2)),
                        new UnitId(r.getString(3)),
                        Addresses.NONE,
                        FactsJson.read(r.getString(4))),
                employer.no()));
  }

  @Override
  public void forget(Employer employer, Person person, Instant now) {
    database.transaction(
        c -> {
          // nobody is there for whom it could wait: it is handed over, and then forgotten
          Sql.update(
              c,
              "UPDATE deferral SET until = least(until, ?), unless_answered = false"
                  + " WHERE employer = ? AND person = ?",
              now,
              employer.no(),
              person.no());
          for (String table : List.of("rest_until", "card_unwanted"))
            Sql.update(
                c,
                "DELETE FROM " + table + " WHERE employer = ? AND person = ?",
                employer.no(),
                person.no());
          nameless(c, employer, person);
          return Sql.update(c, "DELETE FROM person WHERE no = ? AND leaving", person.no());
        });
  }

  /**
   * Both sides answered what was said of a proposal under their signature: it stays, its name not.
   */
  private static void nameless(Connection c, Employer employer, Person person) throws SQLException {
    Sql.update(
        c,
        "UPDATE policy_comment SET person = NULL WHERE employer = ? AND person = ?",
        employer.id().value(),
        person.id().value());
  }
}
