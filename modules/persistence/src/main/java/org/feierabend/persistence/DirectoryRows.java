package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.BadValue;
import org.feierabend.people.Addresses;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.Employer;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Person;
import org.feierabend.people.Role;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;

/** Writes units and people in a handful of statements, however many there are. */
final class DirectoryRows {
  private DirectoryRows() {}

  /** What {@code now} becomes, once the transaction is committed. */
  record Applied(DirectorySnapshot next, List<Set<Role>> accountsEnded) {}

  static Applied apply(Connection c, DirectorySnapshot now, DirectoryChange change)
      throws SQLException {
    Employer employer = now.employer();
    boolean unitsChange = !change.units().equals(now.staff().units());
    if (unitsChange) units(c, employer.no(), change.units());
    List<Set<Role>> ended = leave(c, employer, change);
    change(c, employer.no(), change.changing());
    Map<PersonId, Long> numbers = join(c, employer.no(), change.joining());
    if (unitsChange) dropUnits(c, employer.no(), change.units());

    Map<PersonId, Person> people = new LinkedHashMap<>(now.staff().people());
    Map<PersonId, Long> versions = new HashMap<>(now.versions());
    people.keySet().removeAll(change.leaving());
    versions.keySet().removeAll(change.leaving());
    for (Person p : change.changing()) {
      people.put(p.id(), p);
      versions.merge(p.id(), 1L, Long::sum);
    }
    for (NewEmployer.NewPerson p : change.joining()) {
      people.put(
          p.id(), new Person(numbers.get(p.id()), p.id(), p.unit(), p.addresses(), p.facts()));
      versions.put(p.id(), 1L);
    }
    return new Applied(
        DirectorySnapshot.of(employer, change.units(), people.values(), versions), ended);
  }

  static void units(Connection c, int no, List<Unit> units) throws SQLException {
    List<String> parents = new ArrayList<>(); // may hold null
    List<String> external = new ArrayList<>();
    for (Unit unit : units) {
      parents.add(unit.parent().map(UnitId::value).orElse(null));
      external.add(unit.externalId().orElse(null));
    }
    Sql.update(
        c,
        """
        INSERT INTO unit (employer, id, name_de, name_en, parent, external_id, position)
        SELECT ?, u.* FROM unnest(?, ?, ?, ?, ?) WITH ORDINALITY AS u
        ON CONFLICT (employer, id) DO UPDATE SET name_de = excluded.name_de,
          name_en = excluded.name_en, parent = excluded.parent,
          external_id = excluded.external_id, position = excluded.position""",
        no,
        Sql.texts(c, ids(units)),
        Sql.texts(c, units.stream().map(u -> u.name().de()).toList()),
        Sql.texts(c, units.stream().map(u -> u.name().en()).toList()),
        Sql.texts(c, parents),
        Sql.texts(c, external));
  }

  private static void dropUnits(Connection c, int no, List<Unit> units) throws SQLException {
    for (String unit : withRunningTerms(c, no, units))
      throw new BadValue(
          "Für die Einheit „%s“ gilt eine Vereinbarung zur Telearbeit; bitte erst beenden, dann schließen."
              .formatted(unit),
          "The unit '%s' has terms of telework that hold; end them before it closes."
              .formatted(unit));
    Sql.update(
        c,
        "DELETE FROM unit WHERE employer = ? AND NOT (id = ANY (?))",
        no,
        Sql.texts(c, ids(units)));
  }

  /** Units that would close, although what their staff agreed goes on. */
  private static List<String> withRunningTerms(Connection c, int no, List<Unit> units)
      throws SQLException {
    return Sql.query(
        c,
        "SELECT unit FROM telework_agreement WHERE employer = ? AND state = 'AGREED'"
            + " AND NOT (unit = ANY (?)) AND coalesce(until_day, 'infinity') >= current_date"
            + " AND coalesce(revoked_from, 'infinity') > current_date ORDER BY unit",
        r -> r.getString(1),
        no,
        Sql.texts(c, ids(units)));
  }

  /**
   * Log-ins end at once. The row stays until all else is erased, in a unit that exists, and without
   * its addresses.
   *
   * @return the roles of each log-in that ended
   */
  private static List<Set<Role>> leave(Connection c, Employer employer, DirectoryChange change)
      throws SQLException {
    if (change.leaving().isEmpty()) return List.of();
    int no = employer.no();
    List<String> ids = change.leaving().stream().map(PersonId::value).toList();
    List<Set<Role>> ended =
        Sql.query(
            c,
            "DELETE FROM account WHERE employer = ? AND person = ANY (?) RETURNING roles",
            r -> AccountRows.roles(r.getString(1)),
            employer.id().value(),
            Sql.texts(c, ids));
    Sql.update(
        c,
        "DELETE FROM person_address WHERE person IN"
            + " (SELECT no FROM person WHERE employer = ? AND id = ANY (?))",
        no,
        Sql.texts(c, ids));
    Sql.update(
        c,
        "UPDATE person SET leaving = true, unit = ? WHERE employer = ? AND id = ANY (?)",
        change.units().get(0).id().value(),
        no,
        Sql.texts(c, ids));
    return ended;
  }

  private static void change(Connection c, int no, List<Person> people) throws SQLException {
    if (people.isEmpty()) return;
    List<Long> numbers = people.stream().map(Person::no).toList();
    Sql.update(
        c,
        """
        UPDATE person p SET unit = n.unit, facts = n.facts, version = p.version + 1
        FROM unnest(?, ?, ?) AS n (no, unit, facts) WHERE p.no = n.no""",
        Sql.longs(c, numbers),
        Sql.texts(c, people.stream().map(p -> p.unit().value()).toList()),
        Sql.texts(c, people.stream().map(p -> FactsJson.write(p.facts())).toList()));
    Sql.update(c, "DELETE FROM person_address WHERE person = ANY (?)", Sql.longs(c, numbers));
    Map<Long, Addresses> addresses = new LinkedHashMap<>();
    for (Person p : people) addresses.put(p.no(), p.addresses());
    addresses(c, no, addresses);
  }

  /** The numbers the people got. */
  static Map<PersonId, Long> join(Connection c, int no, List<NewEmployer.NewPerson> people)
      throws SQLException {
    Map<PersonId, Long> numbers = new HashMap<>();
    if (people.isEmpty()) return numbers;
    Sql.query(
        c,
        "INSERT INTO person (employer, id, unit, facts) SELECT ?, p.* FROM unnest(?, ?, ?) AS p"
            + " RETURNING id, no",
        r -> numbers.put(new PersonId(r.getString(1)), r.getLong(2)),
        no,
        Sql.texts(c, people.stream().map(p -> p.id().value()).toList()),
        Sql.texts(c, people.stream().map(p -> p.unit().value()).toList()),
        Sql.texts(c, people.stream().map(p -> FactsJson.write(p.facts())).toList()));
    Map<Long, Addresses> addresses = new LinkedHashMap<>();
    for (NewEmployer.NewPerson p : people) addresses.put(numbers.get(p.id()), p.addresses());
    addresses(c, no, addresses);
    return numbers;
  }

  private static void addresses(Connection c, int no, Map<Long, Addresses> of) throws SQLException {
    List<String> kinds = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<Long> people = new ArrayList<>();
    of.forEach(
        (person, known) -> {
          add("EXTERNAL", known.externalId().stream().toList(), person, kinds, values, people);
          add("MAIL", known.mail(), person, kinds, values, people);
          add("CHAT", known.chat(), person, kinds, values, people);
        });
    if (values.isEmpty()) return;
    Sql.update(
        c,
        """
        INSERT INTO person_address (employer, kind, address, person, position)
        SELECT ?, a.* FROM unnest(?, ?, ?) WITH ORDINALITY AS a""",
        no,
        Sql.texts(c, kinds),
        Sql.texts(c, values),
        Sql.longs(c, people));
  }

  private static void add(
      String kind,
      Collection<String> some,
      Long person,
      List<String> kinds,
      List<String> values,
      List<Long> people) {
    for (String address : some) {
      kinds.add(kind);
      values.add(address);
      people.add(person);
    }
  }

  /** Everybody's addresses by number. */
  static Map<Long, Addresses> addresses(Connection c, int employer) throws SQLException {
    Map<Long, Addresses> all = new HashMap<>();
    Sql.query(
        c,
        "SELECT person, kind, address FROM person_address WHERE employer = ? ORDER BY position",
        r -> all.merge(r.getLong(1), one(r.getString(2), r.getString(3)), DirectoryRows::together),
        employer);
    return all;
  }

  private static Addresses one(String kind, String address) {
    return switch (kind) {
      case "MAIL" -> new Addresses(Optional.empty(), List.of(address), List.of());
      case "CHAT" -> new Addresses(Optional.empty(), List.of(), List.of(address));
      default -> new Addresses(Optional.of(address), List.of(), List.of());
    };
  }

  private static Addresses together(Addresses a, Addresses b) {
    List<String> mail = new ArrayList<>(a.mail());
    mail.addAll(b.mail());
    List<String> chat = new ArrayList<>(a.chat());
    chat.addAll(b.chat());
    return new Addresses(a.externalId().or(b::externalId), mail, chat);
  }

  private static List<String> ids(List<Unit> units) {
    return units.stream().map(u -> u.id().value()).toList();
  }
}
