package org.feierabend.telework;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.telework.Arrangement.One;
import org.feierabend.telework.Arrangement.State;
import org.feierabend.telework.Arrangement.Whom;
import org.feierabend.telework.Reminder.Kind;
import org.feierabend.telework.TeleworkAgreement.Term;

/**
 * What is to be seen to in good time: the end of a trial and of a term, and a renewal that waits.
 * How long before, is a number of the rules. What was revoked needs no reminder.
 */
public final class Reminders {
  private final Arrangements arrangements;
  private final Directory directory;
  private final TeleworkDesk desk;

  public Reminders(Arrangements arrangements, Directory directory, TeleworkDesk desk) {
    this.arrangements = Objects.requireNonNull(arrangements, "arrangements");
    this.directory = Objects.requireNonNull(directory, "directory");
    this.desk = Objects.requireNonNull(desk, "desk");
  }

  /** Of the whole house, the next first. */
  public List<Reminder> all(Employer employer, LocalDate today) {
    return due(employer, today, whom -> true);
  }

  /**
   * Of the terms a person has or will have: their own, and those of their unit where these hold.
   */
  public List<Reminder> of(Employer employer, Person person, LocalDate today) {
    Optional<Whom> holding = desk.holding(employer, person, today).from().map(Arrangement::whom);
    Whom own = new One(person.no());
    return due(employer, today, whom -> whom.equals(own) || holding.equals(Optional.of(whom)));
  }

  private List<Reminder> due(Employer employer, LocalDate today, Predicate<Whom> seen) {
    List<Arrangement> all =
        arrangements.all(employer).stream().filter(a -> seen.test(a.whom())).toList();
    List<Reminder> due = new ArrayList<>();
    for (Arrangement a : all)
      if (a.state() == State.AGREED && a.terms().term().revoked().isEmpty())
        add(due, a, all, law(employer, a, today), today);
    due.sort(Comparator.comparing(Reminder::due).thenComparing(r -> r.about().id()));
    return due;
  }

  private static void add(
      List<Reminder> due, Arrangement a, List<Arrangement> all, TeleworkLaw law, LocalDate today) {
    Term term = a.terms().term();
    term.triedUntil(law)
        .map(after -> after.minusDays(1))
        .filter(last -> near(last, today, law.remindTrial()))
        .ifPresent(last -> due.add(new Reminder(Kind.TRIAL_ENDS, a, last)));
    term.last(law)
        .filter(last -> near(last, today, law.remindTerm()))
        .ifPresent(
            last ->
                due.add(
                    renewal(a, last, all)
                        .map(r -> new Reminder(Kind.RENEWAL_WAITS, r, last))
                        .orElseGet(() -> new Reminder(Kind.TERM_ENDS, a, last))));
  }

  private static boolean near(LocalDate last, LocalDate today, Period before) {
    return !today.isBefore(last.minus(before)) && !today.isAfter(last);
  }

  private static Optional<Arrangement> renewal(
      Arrangement a, LocalDate last, List<Arrangement> all) {
    return all.stream()
        .filter(r -> r.state() == State.PROPOSED && r.whom().equals(a.whom()))
        .filter(r -> r.terms().term().from().equals(Optional.of(last.plusDays(1))))
        .findFirst();
  }

  private TeleworkLaw law(Employer employer, Arrangement a, LocalDate today) {
    Optional<Person> whose =
        a.whom() instanceof One one ? directory.person(employer, one.person()) : Optional.empty();
    return whose.map(p -> desk.law(employer, p, today)).orElseGet(() -> desk.law(employer, today));
  }
}
