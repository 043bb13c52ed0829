package org.feierabend.channels.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/** Reads what a person sets beside their windows, and says what is wrong with it. */
final class TimesReader {
  private static final Set<String> KNOWN =
      Set.of("free_days", "pattern", "focus", "travel", "absences");
  private static final int MOST = 100;

  private final Employer employer;
  private final Person person;
  private final Directory directory;

  TimesReader(Employer employer, Person person, Directory directory) {
    this.employer = employer;
    this.person = person;
    this.directory = directory;
  }

  PersonFacts changed(Fields document) {
    document.only(KNOWN);
    PersonFacts f = person.facts();
    PersonFacts.Hours hours =
        new PersonFacts.Hours(
            f.windows(),
            PersonReader.pattern(document),
            f.hours().vavailability(),
            focus(document),
            f.hours().oneOffs());
    return new PersonFacts(
        f.zone(),
        f.regime(),
        f.flags(),
        f.municipality(),
        few("travel", PersonReader.travel(document)),
        hours,
        few("absences", absences(document)),
        f.roster());
  }

  private static List<WeeklyWindow> focus(Fields document) {
    List<WeeklyWindow> focus = new ArrayList<>();
    for (Fields block : document.objects("focus")) focus.add(WindowsReader.window(block));
    return few("focus", focus);
  }

  private List<Absence> absences(Fields document) {
    PersonReader reader =
        new PersonReader(Zones.of(person, employer), person.facts().municipality());
    List<Absence> absences = new ArrayList<>();
    for (Fields absent : document.objects("absences"))
      absences.add(
          again(
              absent,
              new Absence(
                  reader.span(absent, Set.of("from", "to", "deputy", "every_weeks")),
                  deputy(absent))));
    return absences;
  }

  /** After so many weeks it comes again; it must be over by then. */
  private static Absence again(Fields absent, Absence once) {
    Optional<Integer> weeks = absent.whole("every_weeks", 1, Absence.MOST_WEEKS);
    try {
      return weeks.map(n -> new Absence(once.span(), once.deputy(), n)).orElse(once);
    } catch (IllegalArgumentException e) {
      throw Trouble.field(
          absent.pointer() + "/every_weeks",
          "Die Abwesenheit dauert länger als %d Wochen; sie muss vorbei sein, ehe sie wiederkommt."
              .formatted(weeks.orElseThrow()),
          "The absence lasts longer than %d weeks; it must be over before it comes again."
              .formatted(weeks.orElseThrow()));
    }
  }

  private Optional<PersonId> deputy(Fields absent) {
    Optional<PersonId> deputy = absent.parsed("deputy", PersonId::new, "p-4711");
    if (deputy.filter(person.id()::equals).isPresent())
      throw Trouble.field(
          absent.pointer() + "/deputy",
          "Niemand vertritt sich selbst.",
          "Nobody is their own deputy.");
    if (deputy.isPresent() && directory.person(employer, deputy.get()).isEmpty())
      throw Trouble.field(
          absent.pointer() + "/deputy",
          "Diese Person steht nicht im Verzeichnis.",
          "The directory has no such person.");
    return deputy;
  }

  private static <T> List<T> few(String name, List<T> read) {
    if (read.size() > MOST)
      throw Trouble.field("/" + name, "Höchstens 100 Einträge.", "At most 100 entries.");
    return read;
  }
}
