package org.feierabend.telework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.telework.TeleworkDays.Planned;
import org.feierabend.telework.TeleworkDays.Standing;

/** Who of a unit teleworks when: a count where it is big enough, names of those who want it. */
public record DeskPlan(TeleworkDays days, Directory directory) {
  /** Units smaller than this are not counted: a count of one or two would be a name. */
  public static final int FEWEST_COUNTED = 5;

  /**
   * One date of a unit's desk plan.
   *
   * @param away people of the unit who telework; empty where the unit is too small to be counted
   * @param staff people of the unit
   * @param shown those of them who let colleagues see it
   */
  public record DeskDay(LocalDate date, Optional<Integer> away, int staff, List<Person> shown) {}

  /** How many of one's own unit telework, day by day; names of those alone who want it. */
  public List<DeskDay> of(Employer employer, Person person, LocalDate from, LocalDate to) {
    Map<Long, Person> unit =
        directory.people(employer).stream()
            .filter(p -> p.unit().equals(person.unit()))
            .collect(Collectors.toMap(Person::no, Function.identity()));
    Set<Long> shown = days.shown(employer);
    List<Planned> planned =
        days.between(employer, from, to).stream()
            .filter(p -> p.standing() == Standing.GRANTED && unit.containsKey(p.person()))
            .toList();
    List<DeskDay> desks = new ArrayList<>();
    for (LocalDate date = from; date.isBefore(to); date = date.plusDays(1)) {
      LocalDate on = date;
      List<Person> away =
          planned.stream()
              .filter(p -> p.day().date().equals(on))
              .map(p -> unit.get(p.person()))
              .filter(p -> !TeleworkDesk.absent(p, on, employer.zone()))
              .toList();
      desks.add(
          new DeskDay(
              on,
              unit.size() < FEWEST_COUNTED ? Optional.empty() : Optional.of(away.size()),
              unit.size(),
              away.stream().filter(p -> shown.contains(p.no())).toList()));
    }
    return desks;
  }
}
