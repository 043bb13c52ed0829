package org.feierabend.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.feierabend.contact.PersonId;
import org.feierabend.timeline.PersonFacts.Absence;
import org.feierabend.timeline.PersonFacts.OnCall;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/** Every minute of a week is compared with {@link MinuteOracle}, the DST nights among them. */
class TimelineOracleTest {
  private static final List<WeeklyWindow> STANDARD =
      List.of(
          new WeeklyWindow(
              EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
              LocalTime.of(7, 0),
              LocalTime.of(19, 0)));

  /** Weeks with both nights the clocks change in two zones, a turn of the year, and plain ones. */
  private static final List<LocalDate> MONDAYS =
      List.of(
          LocalDate.of(2026, 3, 23),
          LocalDate.of(2026, 10, 19),
          LocalDate.of(2026, 3, 2),
          LocalDate.of(2026, 10, 26),
          LocalDate.of(2026, 12, 21),
          LocalDate.of(2026, 6, 1));

  @Property(tries = 150)
  void every_minute_of_a_week_has_the_facts_the_oracle_finds(
      @ForAll("people") PersonFacts person, @ForAll("mondays") LocalDate monday) {
    Timeline timeline = new Timeline(person, STANDARD, TestHolidays.INSTANCE);
    MinuteOracle oracle = new MinuteOracle(person, STANDARD, TestHolidays.INSTANCE);
    Instant from = monday.atStartOfDay(ZoneId.of("UTC")).toInstant();
    Instant to = from.plus(Duration.ofDays(8));
    List<Stretch> stretches = timeline.between(from, to);
    int i = 0;
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
      while (!at.isBefore(stretches.get(i).end())) i++;
      assertEquals(oracle.kindAt(at), stretches.get(i).kind(), () -> "for " + person);
    }
  }

  @Property(tries = 150)
  void stretches_leave_no_gap_do_not_overlap_and_differ_from_their_neighbours(
      @ForAll("people") PersonFacts person, @ForAll("mondays") LocalDate monday) {
    Instant from = monday.atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant();
    Instant to = from.plus(Duration.ofDays(60)); // over two seams of chunks
    List<Stretch> stretches =
        new Timeline(person, STANDARD, TestHolidays.INSTANCE).between(from, to);
    assertFalse(stretches.get(0).start().isAfter(from));
    assertFalse(stretches.get(stretches.size() - 1).end().isBefore(to));
    for (int i = 1; i < stretches.size(); i++) {
      assertEquals(stretches.get(i - 1).end(), stretches.get(i).start());
      assertNotEquals(stretches.get(i - 1).kind(), stretches.get(i).kind());
    }
  }

  @Provide
  Arbitrary<LocalDate> mondays() {
    return Arbitraries.of(MONDAYS);
  }

  @Provide
  Arbitrary<PersonFacts> people() {
    Arbitrary<WeeklyWindow> window =
        Combinators.combine(
                Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).ofMaxSize(7), times(), times())
            .as(WeeklyWindow::new);
    Arbitrary<Span> span =
        Combinators.combine(
                Arbitraries.of(MONDAYS),
                Arbitraries.integers().between(-600, 12_000),
                Arbitraries.integers().between(1, 5_000))
            .as(
                (monday, start, minutes) -> {
                  Instant from =
                      monday.atStartOfDay(ZoneId.of("UTC")).toInstant().plusSeconds(60L * start);
                  return new Span(from, from.plusSeconds(60L * minutes));
                });
    Arbitrary<Absence> absence =
        Combinators.combine(span, Arbitraries.of(true, false))
            .as(
                (s, deputy) ->
                    new Absence(s, deputy ? Optional.of(new PersonId("d")) : Optional.empty()));
    return Combinators.combine(
            Arbitraries.of(
                "Europe/Berlin",
                "America/New_York",
                "Asia/Kolkata",
                "Australia/Lord_Howe",
                "Africa/Cairo",
                "Europe/Atlantis"),
            Arbitraries.of("09564000", "elsewhere"),
            window.list().ofMaxSize(3).optional(),
            Arbitraries.of(DayOfWeek.class).set().ofMaxSize(2),
            absence.list().ofMaxSize(2),
            span.list().ofMaxSize(2),
            span.list().ofMaxSize(2))
        .as(
            (zone, place, windows, free, absences, onCall, shifts) ->
                new PersonFacts(
                    zone,
                    PersonFacts.Regime.TARIF,
                    Set.of(),
                    place,
                    List.of(),
                    new PersonFacts.Hours(
                        windows,
                        Optional.of(PersonFacts.WorkPattern.without(free)),
                        Optional.empty(),
                        List.of()),
                    absences,
                    new PersonFacts.Roster(
                        shifts, onCalls(onCall), Set.of(), List.of(), List.of())));
  }

  private static List<OnCall> onCalls(List<Span> spans) {
    List<OnCall> duties = new ArrayList<>();
    for (Span s : spans) duties.add(new OnCall(s, "WATER"));
    return duties;
  }

  private static Arbitrary<LocalTime> times() {
    return Arbitraries.integers()
        .between(0, 95)
        .map(quarter -> LocalTime.ofSecondOfDay(quarter * 900L));
  }
}
