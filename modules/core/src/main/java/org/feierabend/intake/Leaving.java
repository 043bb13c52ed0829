package org.feierabend.intake;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.feierabend.people.Departures;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;

/**
 * Erases who has left: the marks and cards of the open weeks as the person could have done, then
 * what lasts. The frozen headcounts of the quarter stay as they are. Cut off at any point it is
 * taken up again with the next round.
 */
public final class Leaving {
  private final Departures departures;
  private final OwnWeek ownWeek;
  private final Explanations explanations;
  private final Consumer<Employer> somethingIsDue;

  /**
   * @param somethingIsDue what was held for them is to be handed over now
   */
  public Leaving(
      Departures departures,
      OwnWeek ownWeek,
      Explanations explanations,
      Consumer<Employer> somethingIsDue) {
    this.departures = Objects.requireNonNull(departures, "departures");
    this.ownWeek = Objects.requireNonNull(ownWeek, "ownWeek");
    this.explanations = Objects.requireNonNull(explanations, "explanations");
    this.somethingIsDue = Objects.requireNonNull(somethingIsDue, "somethingIsDue");
  }

  public void round(Employer employer, Instant now) {
    List<Person> pending = departures.pending(employer);
    for (Person person : pending) {
      explanations.erase(employer, person);
      ownWeek.erase(employer, person);
      departures.forget(employer, person, now);
    }
    if (!pending.isEmpty()) somethingIsDue.accept(employer);
  }
}
