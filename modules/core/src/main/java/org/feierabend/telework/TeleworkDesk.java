package org.feierabend.telework;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feierabend.decision.Unfit;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.telework.TeleworkDays.Change;
import org.feierabend.telework.TeleworkDays.Planned;
import org.feierabend.telework.TeleworkDays.Standing;
import org.feierabend.telework.TermsInForce.Holding;
import org.feierabend.timeline.PersonFacts.Regime;

/** Where a person asks for days of telework: decided at once, by the terms that hold for them. */
public final class TeleworkDesk {
  /**
   * What a person asks for.
   *
   * @param instead a day given up for it, if it is not denied: moved in one act
   * @param exception why HR should grant it if the agreement does not
   */
  public record Wish(
      TeleworkDay day,
      String place,
      Optional<LocalDate> instead,
      Optional<ExceptionReason> exception) {}

  /**
   * Everything a person sees of their own telework.
   *
   * @param quota of this quarter, as the decision about its last planned day had it
   * @param quarter telework and working time of this quarter's planned weeks
   */
  public record Plan(
      Holding holding, List<Planned> days, Quota quota, Share quarter, TeleworkLaw law) {}

  private final Telework rules;
  private final TermsInForce terms;
  private final TeleworkDays days;
  private final WorkDays workDays;

  public TeleworkDesk(Telework rules, TermsInForce terms, TeleworkDays days, WorkDays workDays) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.terms = Objects.requireNonNull(terms, "terms");
    this.days = Objects.requireNonNull(days, "days");
    this.workDays = Objects.requireNonNull(workDays, "workDays");
  }

  public TermsInForce terms() {
    return terms;
  }

  /** The terms that hold for a person on a day. */
  public Holding holding(Employer employer, Person person, LocalDate on) {
    return terms.of(employer, person, on, law(employer, person, on));
  }

  /**
   * Minutes of an average working day of a person under these terms; days off shorten the week only
   * where its length is agreed.
   */
  public int usualDay(Person person, TeleworkAgreement agreed, TeleworkLaw law) {
    Set<DayOfWeek> worked = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    int full = worked.size();
    if (agreed.weekly().isPresent()) worked.removeAll(person.facts().hours().freeDays());
    long weekly = agreed.weekly().orElse(law.weekly()).toMinutes();
    return (int) Math.max(1, weekly / (worked.isEmpty() ? full : worked.size()));
  }

  /** The numbers of law and policy that hold for a person on a day. */
  public TeleworkLaw law(Employer employer, Person person, LocalDate on) {
    return law(employer, person.facts().regime(), on);
  }

  /** The same where nobody in particular is meant. */
  public TeleworkLaw law(Employer employer, LocalDate on) {
    return law(employer, Regime.TARIF, on);
  }

  private TeleworkLaw law(Employer employer, Regime regime, LocalDate on) {
    return rules.law(regime, on).limited(terms.standard(employer).limits());
  }

  /** What would be said of a day; nothing is stored. */
  public TeleworkVerdict judge(
      Employer employer, Person person, TeleworkDay day, String place, LocalDate today) {
    Wish wish = new Wish(day, place, Optional.empty(), Optional.empty());
    return judge(employer, person, days.of(employer, person.no()), wish, Optional.of(today));
  }

  /** Why a day that waits does so, whenever it was asked for. */
  public TeleworkVerdict why(Employer employer, Person person, Planned asked) {
    Wish wish = new Wish(asked.day(), asked.place(), Optional.empty(), Optional.empty());
    return judge(employer, person, days.of(employer, person.no()), wish, Optional.empty());
  }

  private TeleworkVerdict judge(
      Employer employer,
      Person person,
      List<Planned> planned,
      Wish wish,
      Optional<LocalDate> asked) {
    Holding holding = holding(employer, person, wish.day().date());
    return rules.judge(
        new TeleworkRequest(
            person.facts().regime(),
            holding.terms(),
            counting(person, planned, employer.zone()).stream()
                .filter(d -> !wish.instead().equals(Optional.of(d.date())))
                .toList(),
            wish.day(),
            asked,
            wish.place(),
            holding.residence(),
            terms.standard(employer).state(),
            terms.standard(employer).limits()));
  }

  /** Days that were refused, and days of absence, use no quota. */
  static List<TeleworkDay> counting(Person person, List<Planned> planned, ZoneId zone) {
    return planned.stream()
        .filter(p -> p.standing() != Standing.REFUSED)
        .map(Planned::day)
        .filter(d -> !absent(person, d.date(), zone))
        .toList();
  }

  /** Whether the person is away at noon of that date: on leave, ill, in training. */
  public static boolean absent(Person person, LocalDate date, ZoneId zone) {
    Instant noon = date.atTime(LocalTime.NOON).atZone(zone).toInstant();
    return !person.facts().absencesAt(noon).isEmpty();
  }

  /**
   * Decides a day and keeps it unless it is denied. A day of the same date is asked for anew; one
   * denied by the agreement alone goes to HR if a reason is given. A day off is refused.
   */
  public TeleworkVerdict ask(Employer employer, Person person, Wish wish, LocalDate today) {
    workDays.require(employer, person, wish.day().date());
    TeleworkVerdict[] verdict = new TeleworkVerdict[1];
    days.change(
        employer,
        person.no(),
        planned -> {
          requireSwapped(planned, wish);
          verdict[0] = excepted(judge(employer, person, planned, wish, Optional.of(today)), wish);
          if (verdict[0] instanceof TeleworkVerdict.Denied) return new Change(List.of(), List.of());
          boolean granted = verdict[0] instanceof TeleworkVerdict.Granted;
          return new Change(
              List.of(
                  new Planned(
                      person.no(),
                      wish.day(),
                      wish.place(),
                      granted ? Standing.GRANTED : Standing.ASKED,
                      granted ? Optional.empty() : wish.exception())),
              wish.instead().filter(i -> !i.equals(wish.day().date())).stream().toList());
        });
    return verdict[0];
  }

  /** Asked again after the answer was lost, the day is there already and the other one gone. */
  private static void requireSwapped(List<Planned> planned, Wish wish) {
    if (wish.instead().isEmpty()) return;
    LocalDate instead = wish.instead().get();
    if (planned.stream()
        .anyMatch(p -> p.day().date().equals(instead) || p.day().equals(wish.day()))) return;
    throw new Unfit(
        "Für %s ist kein Tag geplant, der getauscht werden könnte.".formatted(instead),
        "No day is planned on %s that could be swapped.".formatted(instead));
  }

  private static TeleworkVerdict excepted(TeleworkVerdict verdict, Wish wish) {
    if (wish.exception().isEmpty() || !verdict.hints().contains(Hint.EXCEPTION)) return verdict;
    Set<Hint> hints = EnumSet.copyOf(verdict.hints());
    hints.add(Hint.REVIEW);
    return new TeleworkVerdict.Review(
        verdict.reasons(), verdict.deciding(), verdict.quota(), hints);
  }

  /**
   * @return false when there is no such day
   */
  public boolean takeBack(Employer employer, Person person, LocalDate date) {
    boolean[] found = new boolean[1];
    days.change(
        employer,
        person.no(),
        planned -> {
          found[0] = planned.stream().anyMatch(p -> p.day().date().equals(date));
          return new Change(List.of(), List.of(date));
        });
    return found[0];
  }

  /**
   * HR's word on a day the rules could not decide.
   *
   * @return false when no such day waits
   */
  public boolean answer(Employer employer, Person person, LocalDate date, boolean granted) {
    Standing standing = granted ? Standing.GRANTED : Standing.REFUSED;
    List<Planned> answered = new ArrayList<>();
    days.change(
        employer,
        person.no(),
        planned -> {
          for (Planned p : planned)
            if (p.day().date().equals(date) && p.standing() == Standing.ASKED)
              answered.add(new Planned(p.person(), p.day(), p.place(), standing, p.exception()));
          return new Change(answered, List.of());
        });
    return !answered.isEmpty();
  }

  /** A person's own view. */
  public Plan plan(Employer employer, Person person, LocalDate today) {
    Holding holding = holding(employer, person, today);
    TeleworkLaw law = law(employer, person, today);
    List<Planned> planned = days.of(employer, person.no());
    List<TeleworkDay> counting = counting(person, planned, employer.zone());
    LocalDate from = quarter(today);
    LocalDate to = from.plusMonths(3);
    LocalDate last = Share.last(counting, to).filter(today::isBefore).orElse(today);
    TeleworkAgreement then = holding(employer, person, last).terms();
    long weekly = then.weekly().orElse(law(employer, person, last).weekly()).toMinutes();
    return new Plan(holding, planned, then.quota(), Share.of(counting, from, to, weekly), law);
  }

  /** First day of the quarter; nothing before it is kept. */
  public static LocalDate quarter(LocalDate date) {
    return date.with(IsoFields.DAY_OF_QUARTER, 1);
  }
}
