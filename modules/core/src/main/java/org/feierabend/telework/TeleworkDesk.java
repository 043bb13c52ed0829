package org.feierabend.telework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
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
import org.feierabend.telework.Arrangement.All;
import org.feierabend.telework.TeleworkAgreement.Term;
import org.feierabend.telework.TeleworkAgreement.Workplace;
import org.feierabend.telework.TeleworkDays.Change;
import org.feierabend.telework.TeleworkDays.Planned;
import org.feierabend.telework.TeleworkDays.Standing;
import org.feierabend.timeline.PersonFacts.Absence;
import org.feierabend.timeline.PersonFacts.Regime;

/** Where a person asks for days of telework: decided at once, by the terms that hold for them. */
public final class TeleworkDesk {
  private static final int WORKING_DAYS = 5;

  /** How long before its end an agreement asks to be renewed. */
  public static final Period REMIND = Period.ofDays(60);

  /** Units smaller than this are not counted: a count of one or two would be a name. */
  public static final int FEWEST_COUNTED = 5;

  /**
   * What the employer's policy says of telework.
   *
   * @param state of the employer, ISO 3166-1 alpha-2
   */
  public record Standard(Quota quota, String state) {}

  /**
   * The terms that hold for somebody.
   *
   * @param from the agreement they stand in; empty: the policy's
   */
  public record Holding(TeleworkAgreement terms, String residence, Optional<Arrangement> from) {}

  /**
   * Everything a person sees of their own telework.
   *
   * @param quarter telework and working time of this quarter's planned weeks
   * @param ahead the same of the year ahead, where the home is in another state; empty: it is not
   */
  public record Plan(
      Holding holding, List<Planned> days, Share quarter, Optional<Share> ahead, TeleworkLaw law) {}

  /**
   * One date of a unit's desk plan.
   *
   * @param away people of the unit who telework; empty where the unit is too small to be counted
   * @param staff people of the unit
   * @param shown those of them who let colleagues see it
   */
  public record DeskDay(LocalDate date, Optional<Integer> away, int staff, List<Person> shown) {}

  private final Telework rules;
  private final Arrangements arrangements;
  private final TeleworkDays days;
  private final Directory directory;
  private final Function<Employer, Standard> standard;

  public TeleworkDesk(
      Telework rules,
      Arrangements arrangements,
      TeleworkDays days,
      Directory directory,
      Function<Employer, Standard> standard) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.arrangements = Objects.requireNonNull(arrangements, "arrangements");
    this.days = Objects.requireNonNull(days, "days");
    this.directory = Objects.requireNonNull(directory, "directory");
    this.standard = Objects.requireNonNull(standard, "standard");
  }

  /** A person's own agreement, else the nearest unit's, else what the policy says. */
  public Holding holding(Employer employer, Person person) {
    List<Arrangement> agreed =
        arrangements.all(employer).stream()
            .filter(a -> a.state() == Arrangement.State.AGREED)
            .toList();
    Standard usual = standard.apply(employer);
    for (Arrangement a : agreed)
      if (a.whom().equals(new Arrangement.One(person.no())))
        return new Holding(a.terms(), a.residence(), Optional.of(a));
    Map<UnitId, Optional<UnitId>> above =
        directory.units(employer).stream().collect(Collectors.toMap(Unit::id, Unit::parent));
    for (Optional<UnitId> unit = Optional.of(person.unit());
        unit.isPresent();
        unit = above.getOrDefault(unit.get(), Optional.empty())) {
      All whom = new All(unit.get());
      for (Arrangement a : agreed)
        if (a.whom().equals(whom)) return new Holding(a.terms(), usual.state(), Optional.of(a));
    }
    return new Holding(byPolicy(usual.quota()), usual.state(), Optional.empty());
  }

  public Standard standard(Employer employer) {
    return standard.apply(employer);
  }

  /** Model terms for a new agreement: two days a week from home, for the longest term. */
  public TeleworkAgreement model(Employer employer, LocalDate today) {
    LocalDate from = today.with(TemporalAdjusters.firstDayOfNextMonth());
    TeleworkLaw law = law(today);
    return new TeleworkAgreement(
        standard.apply(employer).quota(),
        2,
        Optional.of(law.weekly()),
        Set.of(),
        Set.of("home"),
        1,
        new Term(
            Optional.of(from),
            Optional.of(from.plus(law.longest()).minusDays(1)),
            Optional.empty()),
        new Workplace(false, false));
  }

  private static TeleworkAgreement byPolicy(Quota quota) {
    return new TeleworkAgreement(
        quota,
        7,
        Optional.empty(),
        EnumSet.noneOf(java.time.DayOfWeek.class),
        Set.of(),
        0,
        Term.OPEN,
        new Workplace(true, true));
  }

  /** Minutes of an average working day under these terms. */
  public int usualDay(TeleworkAgreement terms, TeleworkLaw law) {
    return (int) (terms.weekly().orElse(law.weekly()).toMinutes() / WORKING_DAYS);
  }

  /** The numbers of the law that hold for a person on a day. */
  public TeleworkLaw law(Person person, LocalDate on) {
    return rules.law(person.facts().regime(), on);
  }

  /** The same where nobody in particular is meant. */
  public TeleworkLaw law(LocalDate on) {
    return rules.law(Regime.TARIF, on);
  }

  /** What would be said of a day; nothing is stored. */
  public TeleworkVerdict judge(
      Employer employer, Person person, TeleworkDay day, String place, LocalDate today) {
    return judge(
        employer, person, days.of(employer, person.no()), day, place, Optional.empty(), today);
  }

  private TeleworkVerdict judge(
      Employer employer,
      Person person,
      List<Planned> planned,
      TeleworkDay day,
      String place,
      Optional<LocalDate> instead,
      LocalDate today) {
    Holding holding = holding(employer, person);
    return rules.judge(
        new TeleworkRequest(
            person.facts().regime(),
            holding.terms(),
            counting(person, planned, employer.zone()).stream()
                .filter(d -> !instead.equals(Optional.of(d.date())))
                .toList(),
            day,
            Optional.of(today),
            place,
            holding.residence(),
            standard.apply(employer).state()));
  }

  /** Days that were refused, and days of absence, use no quota. */
  private static List<TeleworkDay> counting(Person person, List<Planned> planned, ZoneId zone) {
    return planned.stream()
        .filter(p -> p.standing() != Standing.REFUSED)
        .map(Planned::day)
        .filter(d -> !absent(person, d.date(), zone))
        .toList();
  }

  /** Whether the person is away at noon of that date: on leave, ill, in training. */
  public static boolean absent(Person person, LocalDate date, ZoneId zone) {
    Instant noon = date.atTime(LocalTime.NOON).atZone(zone).toInstant();
    for (Absence a : person.facts().absences())
      if (!noon.isBefore(a.span().from()) && noon.isBefore(a.span().to())) return true;
    return false;
  }

  /**
   * Decides a day and keeps it unless it is denied. A day of the same date is asked for anew.
   *
   * @param instead a day given up for it, if it is not denied
   */
  public TeleworkVerdict ask(
      Employer employer,
      Person person,
      TeleworkDay day,
      String place,
      Optional<LocalDate> instead,
      LocalDate today) {
    TeleworkVerdict[] verdict = new TeleworkVerdict[1];
    days.change(
        employer,
        person.no(),
        planned -> {
          verdict[0] = judge(employer, person, planned, day, place, instead, today);
          if (verdict[0] instanceof TeleworkVerdict.Denied) return new Change(List.of(), List.of());
          Standing standing =
              verdict[0] instanceof TeleworkVerdict.Granted ? Standing.GRANTED : Standing.ASKED;
          return new Change(
              List.of(new Planned(person.no(), day, place, standing)),
              instead.filter(i -> !i.equals(day.date())).stream().toList());
        });
    return verdict[0];
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
    List<Planned> answered = new ArrayList<>();
    days.change(
        employer,
        person.no(),
        planned -> {
          for (Planned p : planned)
            if (p.day().date().equals(date) && p.standing() == Standing.ASKED)
              answered.add(
                  new Planned(
                      p.person(),
                      p.day(),
                      p.place(),
                      granted ? Standing.GRANTED : Standing.REFUSED));
          return new Change(answered, List.of());
        });
    return !answered.isEmpty();
  }

  /** A person's own view. */
  public Plan plan(Employer employer, Person person, LocalDate today) {
    Holding holding = holding(employer, person);
    TeleworkLaw law = law(person, today);
    List<Planned> planned = days.of(employer, person.no());
    List<TeleworkDay> counting = counting(person, planned, employer.zone());
    long weekly = holding.terms().weekly().orElse(law.weekly()).toMinutes();
    LocalDate quarter = quarter(today);
    LocalDate monday = Share.monday(today);
    boolean abroad = !holding.residence().equals(standard.apply(employer).state());
    return new Plan(
        holding,
        planned,
        Share.of(counting, quarter, quarter.plusMonths(3), weekly),
        abroad
            ? Optional.of(Share.of(counting, monday, monday.plus(law.horizon()), weekly))
            : Optional.empty(),
        law);
  }

  /** First day of the quarter; nothing before it is kept. */
  public static LocalDate quarter(LocalDate date) {
    return date.with(IsoFields.DAY_OF_QUARTER, 1);
  }

  /** How many of one's own unit telework, day by day; names of those alone who want it. */
  public List<DeskDay> desks(Employer employer, Person person, LocalDate from, LocalDate to) {
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
              .filter(p -> !absent(p, on, employer.zone()))
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
