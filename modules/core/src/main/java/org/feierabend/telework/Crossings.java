package org.feierabend.telework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.policy.TeleworkLimits;
import org.feierabend.telework.TermsInForce.Holding;

/** What a home in another state means for whoever has one; for the person and HR alone. */
public record Crossings(
    Telework rules, TermsInForce terms, TeleworkDays days, Directory directory) {
  /** A person and what their home means. */
  public record Of(Person person, Crossing crossing) {}

  /** Everybody whose home lies in another state, by id. */
  public List<Of> all(Employer employer, LocalDate today) {
    return terms.elsewhere(employer).stream()
        .flatMap(no -> directory.person(employer, no).stream())
        .flatMap(p -> of(employer, p, today).map(c -> new Of(p, c)).stream())
        .sorted(java.util.Comparator.comparing(o -> o.person().id().value()))
        .toList();
  }

  /** Empty: the home lies in the employer's state. */
  public Optional<Crossing> of(Employer employer, Person person, LocalDate today) {
    TeleworkLaw law = rules.law(person.facts().regime(), today);
    Holding holding = terms.of(employer, person, today, law);
    String state = terms.standard(employer).state();
    if (holding.residence().equals(state)) return Optional.empty();
    LocalDate from = Share.monday(today);
    LocalDate end = from.plus(law.horizon());
    List<TeleworkDay> ahead =
        TeleworkDesk.counting(person, days.of(employer, person.no()), employer.zone()).stream()
            .filter(d -> !d.date().isBefore(from) && d.date().isBefore(end))
            .toList();
    long weekly = holding.terms().weekly().orElse(law.weekly()).toMinutes();
    Share share = Share.of(ahead, from, end, weekly);
    return Optional.of(
        new Crossing(
            holding.residence(),
            share,
            Gauge.abroad(share, holding.residence(), state, law),
            law.signed(holding.residence(), today) && law.signed(state, today),
            ahead.isEmpty()
                ? Optional.empty()
                : Optional.of(judged(person, holding, ahead, today, state))));
  }

  /** What the law alone says of the days planned: the terms set no limit here. */
  private TeleworkVerdict judged(
      Person person, Holding holding, List<TeleworkDay> ahead, LocalDate today, String state) {
    return rules.judge(
        new TeleworkRequest(
            person.facts().regime(),
            TermsInForce.unlimited(holding.terms().weekly()),
            ahead,
            ahead.get(0),
            Optional.of(today),
            "",
            holding.residence(),
            state,
            TeleworkLimits.NONE));
  }
}
