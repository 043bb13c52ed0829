package org.feierabend.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.report.WeekKey;
import org.feierabend.report.WeekKeys;
import org.feierabend.timeline.IsoWeek;

/**
 * A person's own explanations of the open weeks: kept under the week's key, read by the person
 * alone, gone with the week. Nothing older exists.
 */
public final class Explanations {
  private final WhyCards cards;
  private final Weeks weeks;
  private final WeekKeys keys;
  private final Map<Integer, Set<Long>> unwanted = new ConcurrentHashMap<>();

  public Explanations(WhyCards cards, Weeks weeks, WeekKeys keys) {
    this.cards = Objects.requireNonNull(cards, "cards");
    this.weeks = Objects.requireNonNull(weeks, "weeks");
    this.keys = Objects.requireNonNull(keys, "keys");
  }

  /** Whether the person lets them be kept. */
  public boolean wanted(Employer employer, Person person) {
    return !unwanted(employer).contains(person.no());
  }

  /** The latest first. */
  public List<WhyCard> of(Employer employer, Person person) {
    List<WhyCard> found = new ArrayList<>();
    open(
        employer,
        (week, key) -> {
          for (byte[] sealed : cards.of(employer, week, key.pseudonym(person.id())))
            found.addAll(CardSheet.read(key.open(sealed)));
        });
    return WhyCard.latestFirst(found);
  }

  public void erase(Employer employer, Person person) {
    open(employer, (week, key) -> cards.erase(employer, week, key.pseudonym(person.id())));
  }

  /** What was kept goes with the wish that nothing be kept. */
  public void want(Employer employer, Person person, boolean wanted) {
    cards.want(employer, person.no(), wanted);
    if (wanted) unwanted(employer).remove(person.no());
    else {
      unwanted(employer).add(person.no());
      erase(employer, person);
    }
  }

  private void open(Employer employer, BiConsumer<IsoWeek, WeekKey> step) {
    for (Weeks.Week w : weeks.unfinished(employer))
      keys.find(employer.id(), w.week()).ifPresent(key -> step.accept(w.week(), key));
  }

  private Set<Long> unwanted(Employer employer) {
    return unwanted.computeIfAbsent(
        employer.no(),
        no -> {
          Set<Long> people = ConcurrentHashMap.newKeySet();
          people.addAll(cards.unwanted(employer));
          return people;
        });
  }
}
