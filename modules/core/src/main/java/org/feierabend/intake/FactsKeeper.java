package org.feierabend.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.PersonFacts;

/** Adds a declared absence or duty to a person's facts; adding it twice changes nothing. */
final class FactsKeeper {
  private final Employer employer;
  private final Directory directory;

  FactsKeeper(Employer employer, Directory directory) {
    this.employer = employer;
    this.directory = directory;
  }

  void absent(Person person, Absence absence) {
    change(person, f -> f.withAbsences(with(f.absences(), absence)));
  }

  void onCall(Person person, PersonFacts.OnCall onCall) {
    change(person, f -> f.withOnCall(with(f.onCall(), onCall)));
  }

  private void change(Person person, UnaryOperator<PersonFacts> step) {
    while (true) {
      long version = directory.version(employer, person.id());
      PersonFacts before = directory.person(employer, person.no()).orElse(person).facts();
      PersonFacts after = step.apply(before);
      if (after.equals(before) || directory.replaceFacts(employer, person.id(), after, version))
        return;
    }
  }

  private static <T> List<T> with(List<T> list, T added) {
    if (list.contains(added)) return list;
    List<T> longer = new ArrayList<>(list);
    longer.add(added);
    return longer;
  }
}
