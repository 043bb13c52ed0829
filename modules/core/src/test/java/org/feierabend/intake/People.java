package org.feierabend.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Directory;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.DirectoryChanged;
import org.feierabend.people.Employer;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Person;
import org.feierabend.people.Staff;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.report.BlockPlan;
import org.feierabend.report.BlockPlans;
import org.feierabend.timeline.PersonFacts;

/** A directory of one employer in memory. People named "new…" joined after the quarter's freeze. */
final class People implements Directory, BlockPlans {
  private final Employer employer;
  private final Map<PersonId, Person> people = new HashMap<>();
  private final Map<Long, PersonId> numbers = new TreeMap<>();
  private long version;

  People(Employer employer, String... ids) {
    this.employer = employer;
    long no = 0;
    for (String id : ids)
      put(
          new Person(
              ++no,
              new PersonId(id),
              new UnitId("unit-" + no % 3),
              PersonFacts.ordinary(employer.zone(), "09564000")));
  }

  private void put(Person person) {
    people.put(person.id(), person);
    numbers.put(person.no(), person.id());
  }

  @Override
  public Collection<Employer> employers() {
    return List.of(employer);
  }

  @Override
  public Optional<Employer> employer(EmployerId id) {
    return id.equals(employer.id()) ? Optional.of(employer) : Optional.empty();
  }

  @Override
  public Optional<Person> person(Employer of, PersonId id) {
    return Optional.ofNullable(people.get(id));
  }

  @Override
  public Optional<Person> person(Employer of, long no) {
    return Optional.ofNullable(numbers.get(no)).map(people::get);
  }

  @Override
  public Optional<Person> byMail(Employer of, String address) {
    return Optional.empty();
  }

  @Override
  public Optional<Person> byChat(Employer of, String address) {
    return Optional.empty();
  }

  @Override
  public Staff staff(Employer of) {
    return new Staff(List.of(), people);
  }

  @Override
  public Staff change(
      Employer of, Function<Staff, DirectoryChange> step, Consumer<DirectoryChanged> noted) {
    throw new UnsupportedOperationException("nobody comes or goes here");
  }

  @Override
  public Collection<Person> people(Employer of) {
    return people.values();
  }

  @Override
  public List<Unit> units(Employer of) {
    return List.of();
  }

  @Override
  public Employer create(NewEmployer document) {
    throw new UnsupportedOperationException("this directory has its one employer");
  }

  @Override
  public boolean replaceFacts(Employer of, PersonId id, PersonFacts facts, long expected) {
    if (expected != version) return false;
    version++;
    Person p = people.get(id);
    put(p.with(facts));
    return true;
  }

  @Override
  public Employer followWallClock(Employer of) {
    throw new UnsupportedOperationException("This town keeps its clock.");
  }

  @Override
  public long version(Employer of, PersonId id) {
    return version;
  }

  @Override
  public BlockPlan of(Employer of, String quarter) {
    throw new UnsupportedOperationException("nobody asks for the plan here");
  }

  @Override
  public Optional<Integer> block(Employer of, String quarter, Person person) {
    return person.id().value().startsWith("new")
        ? Optional.empty()
        : Optional.of((int) (person.no() % 3));
  }
}
