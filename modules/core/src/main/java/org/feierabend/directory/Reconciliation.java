package org.feierabend.directory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Account.Kind;
import org.feierabend.directory.Account.Step;
import org.feierabend.people.DirectoryChange;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Staff;
import org.feierabend.people.UnitId;
import org.feierabend.report.Canaries;

/**
 * Lays what a source says beside the directory as it stands. Invented people of the works council
 * ({@link Canaries}) are nobody's business here and stay.
 */
public final class Reconciliation {
  private final Employer employer;
  private final int mostLeaving;

  /**
   * @param mostLeaving how many per cent of the people may leave because a complete source does not
   *     name them; more is taken for a broken source
   */
  public Reconciliation(Employer employer, int mostLeaving) {
    if (mostLeaving < 0 || mostLeaving > 100)
      throw new IllegalArgumentException(
          "A share lies between 0 and 100 per cent, but got %d.".formatted(mostLeaving));
    this.employer = employer;
    this.mostLeaving = mostLeaving;
  }

  public Account of(Staff now, Said said) {
    Complaints complaints = new Complaints();
    List<Step> steps = new ArrayList<>();
    Set<UnitId> canaries = Canaries.units(now.units());
    UnitsSaid units = new UnitsSaid(now, said, canaries, complaints, steps);
    PeopleSaid people = new PeopleSaid(employer, now, said, units, complaints, steps);
    Set<PersonId> leaving = new HashSet<>(people.leaving());
    if (said.complete()) leaving.addAll(missing(now, said, canaries, complaints, steps));
    units.requireEmptyWhereClosed(people.after(leaving));
    if (!complaints.none()) return refused(now, complaints);
    DirectoryChange change =
        new DirectoryChange(units.tree(), people.joining(), people.changing(), leaving);
    return new Account(steps, List.of(), List.of(), change, now, change.on(now));
  }

  private Set<PersonId> missing(
      Staff now, Said said, Set<UnitId> canaries, Complaints complaints, List<Step> steps) {
    Set<PersonId> named = new HashSet<>();
    said.people().forEach(p -> named.add(p.id()));
    Map<PersonId, Person> missing = new LinkedHashMap<>();
    int real = 0;
    for (Person person : now.people().values()) {
      if (canaries.contains(person.unit())) continue;
      real++;
      if (!named.contains(person.id())) missing.put(person.id(), person);
    }
    if (named.isEmpty() && real > 0)
      complaints.add(
          0,
          "0",
          "Die Quelle nennt niemanden; deshalb verlässt auch niemand das Haus. Quelle prüfen.",
          "The source names nobody, and nobody leaves because of that. Check the source.");
    else if (100L * missing.size() > (long) mostLeaving * real)
      complaints.add(
          0,
          Integer.toString(missing.size()),
          "%d von %d Personen fehlen in der Quelle; mehr als %d %% verlassen das Haus nicht auf einmal. Quelle prüfen, oder die Grenze für dieses Mal anheben (most-leaving)."
              .formatted(missing.size(), real, mostLeaving),
          "%d of %d people are missing in the source; more than %d %% do not leave at once. Check the source, or raise the limit for this time (most-leaving)."
              .formatted(missing.size(), real, mostLeaving));
    for (PersonId id : missing.keySet())
      steps.add(
          new Step(
              Kind.LEAVES,
              id.value(),
              new Sentence("steht nicht in der Quelle", "is not in the source")));
    return missing.keySet();
  }

  private static Account refused(Staff now, Complaints complaints) {
    return new Account(
        List.of(), complaints.list(), List.of(), DirectoryChange.nothing(now), now, now);
  }
}
