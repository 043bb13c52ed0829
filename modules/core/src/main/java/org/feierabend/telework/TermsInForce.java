package org.feierabend.telework;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.policy.TeleworkLimits;
import org.feierabend.telework.Arrangement.All;
import org.feierabend.telework.Arrangement.One;
import org.feierabend.telework.Arrangement.State;
import org.feierabend.telework.Arrangement.Whom;
import org.feierabend.telework.TeleworkAgreement.Term;
import org.feierabend.telework.TeleworkAgreement.Workplace;

/**
 * Which terms hold for a person on a day: the newest agreed whose first day has come. A person's
 * own come before their unit's, and their unit's before the policy's; where all have ended, the
 * nearest ended ones answer, so that a revocation does not open the wider policy. Whatever was
 * agreed, no more than the policy's quota and days holds.
 */
public final class TermsInForce {
  /**
   * What the employer's policy says of telework.
   *
   * @param state of the employer, ISO 3166-1 alpha-2
   * @param limits beside the quota
   */
  public record Standard(Quota quota, String state, TeleworkLimits limits) {}

  /**
   * The terms that hold for somebody, with no more than the policy allows.
   *
   * @param from the agreement they stand in; empty: the policy's
   */
  public record Holding(TeleworkAgreement terms, String residence, Optional<Arrangement> from) {}

  private final Arrangements arrangements;
  private final Residents residents;
  private final Directory directory;
  private final Function<Employer, Standard> standard;

  public TermsInForce(
      Arrangements arrangements,
      Residents residents,
      Directory directory,
      Function<Employer, Standard> standard) {
    this.arrangements = Objects.requireNonNull(arrangements, "arrangements");
    this.residents = Objects.requireNonNull(residents, "residents");
    this.directory = Objects.requireNonNull(directory, "directory");
    this.standard = Objects.requireNonNull(standard, "standard");
  }

  public Standard standard(Employer employer) {
    return standard.apply(employer);
  }

  /**
   * @param law for the longest term
   */
  public Holding of(Employer employer, Person person, LocalDate on, TeleworkLaw law) {
    List<Arrangement> all = arrangements.all(employer);
    List<Arrangement> begun = new ArrayList<>();
    for (Whom whom : nearestFirst(employer, person)) begun(all, whom, on).ifPresent(begun::add);
    Optional<Arrangement> running = begun.stream().filter(a -> runs(a, on, law)).findFirst();
    Optional<Arrangement> answering = running.or(() -> begun.stream().findFirst());
    Resident resident = residents.of(employer, person.no());
    Standard standard = standard(employer);
    TeleworkAgreement terms =
        answering
            .map(a -> a.terms().within(standard.quota, standard.limits.daysPerWeek()))
            .orElseGet(() -> byPolicy(standard));
    boolean own = answering.filter(a -> a.whom() instanceof One).isPresent();
    return new Holding(
        terms.weekly(
            own ? terms.weekly().or(resident::weekly) : resident.weekly().or(terms::weekly)),
        resident.state().orElseGet(() -> agreedResidence(employer, answering)),
        answering);
  }

  private String agreedResidence(Employer employer, Optional<Arrangement> from) {
    return from.filter(a -> a.whom() instanceof One)
        .map(Arrangement::residence)
        .orElseGet(() -> standard(employer).state());
  }

  private List<Whom> nearestFirst(Employer employer, Person person) {
    List<Whom> whom = new ArrayList<>(List.of(new One(person.no())));
    Map<UnitId, Optional<UnitId>> above =
        directory.units(employer).stream().collect(Collectors.toMap(Unit::id, Unit::parent));
    for (Optional<UnitId> unit = Optional.of(person.unit());
        unit.isPresent();
        unit = above.getOrDefault(unit.get(), Optional.empty())) whom.add(new All(unit.get()));
    return whom;
  }

  /** Whether it is what answers for its person or unit: another may be agreed that begins later. */
  public static boolean holds(List<Arrangement> all, Arrangement a, LocalDate on) {
    return begun(all, a.whom(), on).filter(b -> b.id().equals(a.id())).isPresent();
  }

  /** The newest of them whose first day has come. */
  private static Optional<Arrangement> begun(List<Arrangement> all, Whom whom, LocalDate on) {
    return all.stream()
        .filter(a -> a.whom().equals(whom))
        .filter(a -> a.state() == State.AGREED || a.state() == State.REPLACED)
        .filter(a -> a.terms().term().from().filter(on::isBefore).isEmpty())
        .min(
            java.util.Comparator.comparing(Arrangement::state)
                .thenComparing(Arrangement::changed, java.util.Comparator.reverseOrder()));
  }

  private static boolean runs(Arrangement a, LocalDate on, TeleworkLaw law) {
    return a.terms().term().last(law).filter(on::isAfter).isEmpty();
  }

  private static TeleworkAgreement byPolicy(Standard standard) {
    return new TeleworkAgreement(
        standard.quota,
        standard.limits.daysPerWeek(),
        Optional.empty(),
        EnumSet.noneOf(java.time.DayOfWeek.class),
        Set.of(),
        0,
        Term.OPEN,
        new Workplace(true, true));
  }

  /** Terms without a limit of their own, to ask what the law alone says. */
  static TeleworkAgreement unlimited(Optional<Duration> weekly) {
    return byPolicy(new Standard(new Quota(10_000), "", TeleworkLimits.NONE)).weekly(weekly);
  }

  /** Where somebody lives is as they last agreed. */
  public void settled(Employer employer, Arrangement agreed) {
    if (!(agreed.whom() instanceof One one)) return;
    Resident before;
    do before = residents.of(employer, one.person());
    while (!residents.keep(
        employer, one.person(), before.next(Optional.of(agreed.residence()), before.weekly())));
  }

  public String residence(Employer employer, Person person, LocalDate on, TeleworkLaw law) {
    return of(employer, person, on, law).residence();
  }

  /** People whose home lies in another state than the employer, as far as anybody said. */
  Set<Long> elsewhere(Employer employer) {
    String state = standard(employer).state();
    Set<Long> people = new HashSet<>(residents.elsewhere(employer, state));
    for (Arrangement a : arrangements.all(employer))
      if (a.state() == State.AGREED && a.whom() instanceof One one && !a.residence().equals(state))
        people.add(one.person());
    return people;
  }
}
