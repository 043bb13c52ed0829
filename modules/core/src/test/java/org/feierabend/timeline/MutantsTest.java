package org.feierabend.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.feierabend.timeline.PersonFacts.Hours;
import org.feierabend.timeline.PersonFacts.OnCall;
import org.feierabend.timeline.PersonFacts.Roster;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.Travel;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Eight classic mistakes, each made on purpose: what a timeline with the mistake would say is not
 * what the oracle says. A mistake is made by lying to the timeline, so that the product has no
 * switch for it.
 */
class MutantsTest {
  private static final Standards OFFICE = TimelineOracleTest.standards(7, 19, false);
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration SIX_WEEKS = Duration.ofDays(42);

  /** Somebody with a bit of everything, in the weeks around the night the clocks go forward. */
  private static final PersonFacts SOMEBODY =
      new PersonFacts(
          "Europe/Berlin",
          PersonFacts.Regime.TARIF,
          Set.of(),
          "elsewhere",
          List.of(
              new Travel(LocalDate.of(2026, 3, 17), LocalDate.of(2026, 3, 18), "America/Chicago")),
          new Hours(
              Optional.empty(),
              Optional.of(
                  new WorkPattern(
                      LocalDate.of(2026, 1, 5),
                      List.of(
                          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                          Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)))),
              Optional.empty(),
              List.of()),
          List.of(),
          new Roster(
              List.of(),
              List.of(new OnCall(span("2026-03-10T18:00+01:00", "2026-03-11T08:00+01:00"), "")),
              Set.of(),
              List.of(
                  span("2026-03-04T08:00+01:00", "2026-03-04T12:00+01:00"), // a break follows
                  span("2026-03-10T23:00+01:00", "2026-03-11T00:30+01:00"), // a call-out
                  span("2026-03-28T14:00+01:00", "2026-03-28T22:00+01:00")), // a Saturday
              List.of()));

  record Mutant(String name, PersonFacts person, Standards standards, Almanac almanac, Fact shown) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Mutant> mutants() {
    Roster r = SOMEBODY.roster();
    return Stream.of(
        facts("the clock never changes", inZone("UTC+1"), Fact.WINDOW),
        new Mutant(
            "19:00 is still in",
            SOMEBODY,
            new Standards(
                List.of(
                    new WeeklyWindow(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(7, 0),
                        LocalTime.of(19, 1))),
                OFFICE.frame(),
                OFFICE.core(),
                false),
            TestLaw.ALMANAC,
            Fact.WINDOW),
        facts(
            "the pattern begins a week late",
            p ->
                p.withHours(
                    new Hours(
                        Optional.empty(),
                        p.hours()
                            .pattern()
                            .map(w -> new WorkPattern(w.anchor().plusWeeks(1), w.weeks())),
                        Optional.empty(),
                        List.of())),
            Fact.DAY_OFF),
        new Mutant("34 hours", SOMEBODY, OFFICE, law(new ShortWeekend()), Fact.WEEKLY_REST),
        new Mutant(
            "a place nobody counted has no holiday",
            SOMEBODY,
            OFFICE,
            new Almanac(new NoDoubt(), new TestLaw(), new TestLaw()),
            Fact.DOUBT),
        facts("nobody travels", p -> travelling(p, List.of()), Fact.WINDOW),
        new Mutant(
            "a break is an end",
            SOMEBODY,
            new Standards(List.of(), OFFICE.frame(), OFFICE.core(), false),
            TestLaw.ALMANAC,
            Fact.DAILY_REST),
        facts(
            "a call-out is ordinary work",
            p -> p.withRoster(new Roster(List.of(), List.of(), Set.of(), r.worked(), List.of())),
            Fact.CALL_OUT_REST));
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void the_oracle_notices_the_mistake(Mutant mutant) {
    assertTrue(differences(mutant) > 0, () -> "nobody noticed that " + mutant);
  }

  @Test
  void without_a_mistake_there_is_nothing_to_notice() {
    for (Fact f : Fact.values())
      assertEquals(0, differences(new Mutant("", SOMEBODY, OFFICE, TestLaw.ALMANAC, f)), f.name());
  }

  /** Minutes in which the fact differs. */
  private static long differences(Mutant mutant) {
    MinuteOracle oracle = new MinuteOracle(SOMEBODY, OFFICE);
    Instant to = Instant.parse("2026-06-05T00:00:00Z"); // the doubtful date is among them
    List<Stretch> stretches =
        new Timeline(mutant.person, mutant.standards, mutant.almanac).between(FROM, to);
    long differences = 0;
    int i = 0;
    for (Instant at = FROM; at.isBefore(to); at = at.plusSeconds(60)) {
      if (at.isAfter(FROM.plus(SIX_WEEKS)) && at.isBefore(to.minus(Duration.ofDays(2)))) continue;
      while (!at.isBefore(stretches.get(i).end())) i++;
      if (stretches.get(i).kind().holds(mutant.shown) != oracle.kindAt(at).holds(mutant.shown))
        differences++;
    }
    return differences;
  }

  private static Mutant facts(String name, UnaryOperator<PersonFacts> lie, Fact shown) {
    return new Mutant(name, lie.apply(SOMEBODY), OFFICE, TestLaw.ALMANAC, shown);
  }

  private static UnaryOperator<PersonFacts> inZone(String zone) {
    return p ->
        new PersonFacts(
            zone,
            p.regime(),
            p.flags(),
            p.municipality(),
            p.travel(),
            p.hours(),
            p.absences(),
            p.roster());
  }

  private static PersonFacts travelling(PersonFacts p, List<Travel> travel) {
    return new PersonFacts(
        p.zone(),
        p.regime(),
        p.flags(),
        p.municipality(),
        travel,
        p.hours(),
        p.absences(),
        p.roster());
  }

  private static Almanac law(WorkingTimeLaw law) {
    return new Almanac(TestHolidays.INSTANCE, law, new TestLaw());
  }

  private static Span span(String from, String to) {
    return new Span(OffsetDateTime.parse(from).toInstant(), OffsetDateTime.parse(to).toInstant());
  }

  private static final class ShortWeekend extends TestLaw {
    @Override
    public Duration weeklyRest(LocalDate day, PersonFacts person) {
      return Duration.ofHours(23);
    }
  }

  private static final class NoDoubt implements Holidays {
    @Override
    public Answer on(LocalDate date, String municipality) {
      Answer answer = TestHolidays.INSTANCE.on(date, municipality);
      return answer == Answer.UNKNOWN ? Answer.WORKDAY : answer;
    }

    @Override
    public boolean isTariffDay(LocalDate date) {
      return TestHolidays.INSTANCE.isTariffDay(date);
    }
  }
}
