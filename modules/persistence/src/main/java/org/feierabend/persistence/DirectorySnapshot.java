package org.feierabend.persistence;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Unit;

/** One employer's directory at one moment; never changed, only replaced. */
record DirectorySnapshot(
    Employer employer,
    List<Unit> units,
    Collection<Person> people,
    Map<PersonId, Person> byId,
    Map<Long, Person> byNo,
    Map<PersonId, Long> versions) {

  static DirectorySnapshot of(
      Employer employer, List<Unit> units, List<Person> people, Map<PersonId, Long> versions) {
    Map<PersonId, Person> byId = new HashMap<>();
    Map<Long, Person> byNo = new HashMap<>();
    for (Person p : people) {
      byId.put(p.id(), p);
      byNo.put(p.no(), p);
    }
    return new DirectorySnapshot(
        employer,
        List.copyOf(units),
        List.copyOf(people),
        Map.copyOf(byId),
        Map.copyOf(byNo),
        Map.copyOf(versions));
  }

  /** The same directory after one person's facts changed. */
  DirectorySnapshot with(Person changed, long version) {
    Map<PersonId, Long> next = new HashMap<>(versions);
    next.put(changed.id(), version);
    return of(
        employer,
        units,
        people.stream().map(p -> p.no() == changed.no() ? changed : p).toList(),
        next);
  }
}
