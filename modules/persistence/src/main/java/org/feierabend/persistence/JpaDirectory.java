package org.feierabend.persistence;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.BadValue;
import org.feierabend.people.Addresses;
import org.feierabend.people.Directory;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.DirectoryChanged;
import org.feierabend.people.Employer;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Person;
import org.feierabend.people.Staff;
import org.feierabend.people.Unit;
import org.feierabend.persistence.DirectoryRows.Applied;
import org.feierabend.timeline.PersonFacts;

/**
 * The directory in PostgreSQL, read from immutable snapshots without a lock. One instance per
 * database: what others write is seen after a restart only.
 */
public final class JpaDirectory implements Directory {
  private final Database database;
  private final UnaryOperator<Employer> holding;
  private volatile Map<EmployerId, DirectorySnapshot> snapshots;

  public JpaDirectory(Database database) {
    this(database, UnaryOperator.identity());
  }

  /**
   * @param holding puts an employer under the policy that holds for it, whatever its row names
   */
  public JpaDirectory(Database database, UnaryOperator<Employer> holding) {
    this.database = database;
    this.holding = holding;
    this.snapshots = database.entities(em -> loadAll(database, em));
  }

  @Override
  public Collection<Employer> employers() {
    return snapshots.values().stream().map(DirectorySnapshot::employer).map(holding).toList();
  }

  @Override
  public Optional<Employer> employer(EmployerId id) {
    return Optional.ofNullable(snapshots.get(id)).map(DirectorySnapshot::employer).map(holding);
  }

  @Override
  public Optional<Person> person(Employer employer, PersonId id) {
    return Optional.ofNullable(of(employer.id()).staff().people().get(id));
  }

  @Override
  public Optional<Person> person(Employer employer, long no) {
    return Optional.ofNullable(of(employer.id()).byNo().get(no));
  }

  @Override
  public Optional<Person> byMail(Employer employer, String address) {
    return Optional.ofNullable(of(employer.id()).byMail().get(Addresses.canonical(address)));
  }

  @Override
  public Optional<Person> byChat(Employer employer, String address) {
    return Optional.ofNullable(of(employer.id()).byChat().get(Addresses.canonical(address)));
  }

  @Override
  public Staff staff(Employer employer) {
    return of(employer.id()).staff();
  }

  @Override
  public Collection<Person> people(Employer employer) {
    return of(employer.id()).people();
  }

  @Override
  public List<Unit> units(Employer employer) {
    return of(employer.id()).staff().units();
  }

  @Override
  public synchronized Employer create(NewEmployer document) {
    NewEmployerCheck.check(document);
    try {
      DirectorySnapshot created = database.transaction(c -> NewEmployerRows.insert(c, document));
      database.afterCommit(() -> put(created)); // what is rolled back was never here
      return holding.apply(created.employer());
    } catch (IllegalStateException e) {
      if (!Failures.hasState(e, "23505")) throw e;
      throw new BadValue(
          "Den Arbeitgeber „%s“ gibt es schon; bitte eine andere Kennung wählen."
              .formatted(document.id()),
          "There is an employer '%s' already; choose another id.".formatted(document.id()));
    }
  }

  @Override
  public synchronized Staff change(
      Employer employer, Function<Staff, DirectoryChange> step, Consumer<DirectoryChanged> noted) {
    DirectorySnapshot now = of(employer.id());
    DirectoryChange asked = step.apply(now.staff());
    DirectoryChange change = asked.withoutDeputies(now.staff());
    if (change.isNothing(now.staff())) return now.staff();
    change.on(now.staff());
    try {
      put(
          database.transaction(
              c -> {
                Applied applied = DirectoryRows.apply(c, now, change);
                noted.accept(new DirectoryChanged(now.staff(), asked, applied.accountsEnded()));
                return applied.next();
              }));
    } catch (IllegalStateException e) {
      if (Failures.hasState(e, "23505")) throw new StillLeaving(e);
      throw e;
    }
    return of(employer.id()).staff();
  }

  @Override
  public synchronized boolean replaceFacts(
      Employer employer, PersonId id, PersonFacts facts, long version) {
    DirectorySnapshot now = of(employer.id());
    Person person = known(now, id);
    int changed =
        database.entities(
            em ->
                em.createQuery(
                        "UPDATE PersonRow p SET p.facts = :facts, p.version = p.version + 1"
                            + " WHERE p.no = :no AND p.version = :version")
                    .setParameter("facts", FactsJson.write(facts))
                    .setParameter("no", person.no())
                    .setParameter("version", version)
                    .executeUpdate());
    if (changed == 0) return false;
    put(now.with(person.with(facts), version + 1));
    return true;
  }

  @Override
  public synchronized Employer followWallClock(Employer employer) {
    DirectorySnapshot now = of(employer.id());
    database.transaction(
        c -> Sql.update(c, "UPDATE employer SET clock = 'WALL' WHERE no = ?", employer.no()));
    Employer changed = now.employer().byWallClock();
    database.afterCommit(() -> become(changed));
    return holding.apply(changed);
  }

  /** What it is now counts: somebody may have come or gone since. */
  private synchronized void become(Employer changed) {
    put(of(changed.id()).of(changed));
  }

  @Override
  public long version(Employer employer, PersonId id) {
    DirectorySnapshot now = of(employer.id());
    known(now, id);
    return now.versions().get(id);
  }

  private DirectorySnapshot of(EmployerId id) {
    DirectorySnapshot snapshot = snapshots.get(id);
    if (snapshot == null)
      throw new IllegalArgumentException("There is no employer '%s'.".formatted(id));
    return snapshot;
  }

  private static Person known(DirectorySnapshot snapshot, PersonId id) {
    Person person = snapshot.staff().people().get(id);
    if (person == null)
      throw new IllegalArgumentException(
          "The directory of '%s' does not know this person.".formatted(snapshot.employer().id()));
    return person;
  }

  private synchronized void put(DirectorySnapshot snapshot) {
    Map<EmployerId, DirectorySnapshot> next = new LinkedHashMap<>(snapshots);
    next.put(snapshot.employer().id(), snapshot);
    snapshots = next; // never changed once it is here
  }

  private static Map<EmployerId, DirectorySnapshot> loadAll(Database database, EntityManager em) {
    Map<EmployerId, DirectorySnapshot> all = new LinkedHashMap<>();
    for (EmployerRow row :
        em.createQuery("SELECT e FROM EmployerRow e ORDER BY e.no", EmployerRow.class)
            .getResultList()) all.put(new EmployerId(row.id), load(database, em, row));
    return all;
  }

  private static DirectorySnapshot load(Database database, EntityManager em, EmployerRow employer) {
    List<Unit> units =
        em.createQuery(
                "SELECT u FROM UnitRow u WHERE u.employer = :no ORDER BY u.position", UnitRow.class)
            .setParameter("no", employer.no)
            .getResultStream()
            .map(UnitRow::toUnit)
            .toList();
    List<PersonRow> people =
        em.createQuery(
                "SELECT p FROM PersonRow p WHERE p.employer = :no AND p.leaving = false"
                    + " ORDER BY p.no",
                PersonRow.class)
            .setParameter("no", employer.no)
            .getResultList();
    Map<Long, Addresses> addresses =
        database.transaction(c -> DirectoryRows.addresses(c, employer.no));
    Map<PersonId, Long> versions = new HashMap<>();
    for (PersonRow p : people) versions.put(new PersonId(p.id), p.version);
    return DirectorySnapshot.of(
        employer.toEmployer(),
        units,
        people.stream().map(p -> p.toPerson(addresses.getOrDefault(p.no, Addresses.NONE))).toList(),
        versions);
  }
}
