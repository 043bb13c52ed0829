package org.feierabend.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.feierabend.contact.PersonId;
import org.feierabend.timeline.PersonFacts.OnCall;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/** Every minute of a week is compared with {@link MinuteOracle}, the DST nights among them. */
class TimelineOracleTest {
  /** The one that found a window cut in two after five thousand people. */
  private static final String SEED = "6494891811801401912";

  private static final Standards STANDARD = standards(7, 19, false);

  /** Weeks with both nights the clocks change in two zones, a turn of the year, and plain ones. */
  private static final List<LocalDate> MONDAYS =
      List.of(
          LocalDate.of(2026, 3, 23),
          LocalDate.of(2026, 10, 19),
          LocalDate.of(2026, 3, 2),
          LocalDate.of(2026, 10, 26),
          LocalDate.of(2026, 12, 21),
          LocalDate.of(2026, 6, 1));

  @Property(tries = 100, shrinking = ShrinkingMode.OFF, seed = SEED)
  void every_minute_of_a_week_has_the_facts_the_oracle_finds(
      @ForAll("people") PersonFacts person, @ForAll("mondays") LocalDate monday) {
    compareMinutes(person, monday);
  }

  @Property(tries = 6000, shrinking = ShrinkingMode.OFF, seed = SEED)
  @Tag("slow")
  void every_minute_of_thousands_of_weeks_has_the_facts_the_oracle_finds(
      @ForAll("people") PersonFacts person, @ForAll("mondays") LocalDate monday) {
    compareMinutes(person, monday);
  }

  /** Work of a Monday noon that ends before the evening window opens is no break in it. */
  @Example
  void a_window_over_the_seam_of_two_journeys_in_one_zone_does_not_begin_anew_at_midnight() {
    LocalDate monday = LocalDate.of(2026, 10, 26);
    Instant noon = Instant.parse("2026-10-26T03:00:00Z"); // in Tokyo
    PersonFacts person =
        new PersonFacts(
                "Europe/Berlin",
                PersonFacts.Regime.TARIF,
                Set.of(),
                "09564000",
                List.of(
                    new PersonFacts.Travel(monday.minusDays(2), monday.minusDays(1), "Asia/Tokyo"),
                    new PersonFacts.Travel(monday, monday.plusDays(4), "Asia/Tokyo")),
                PersonFacts.Hours.STANDARD,
                List.of(),
                PersonFacts.Roster.NONE)
            .withHours(
                new PersonFacts.Hours(
                    Optional.of(
                        List.of(
                            new WeeklyWindow(
                                EnumSet.allOf(DayOfWeek.class),
                                LocalTime.of(18, 0),
                                LocalTime.of(1, 0)))),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of()))
            .withRoster(
                new PersonFacts.Roster(
                    List.of(),
                    List.of(),
                    Set.of(),
                    List.of(new Span(noon.minus(Duration.ofMinutes(75)), noon)),
                    List.of()));
    Stretch after =
        new Timeline(person, STANDARD, TestLaw.ALMANAC).between(noon, noon.plusSeconds(60)).get(0);
    assertTrue(after.kind().holds(Fact.DAILY_REST), after::toString);
  }

  private static void compareMinutes(PersonFacts person, LocalDate monday) {
    Timeline timeline = new Timeline(person, STANDARD, TestLaw.ALMANAC);
    MinuteOracle oracle = new MinuteOracle(person, STANDARD);
    Instant from = monday.atStartOfDay(ZoneId.of("UTC")).toInstant();
    Instant to = from.plus(Duration.ofDays(8));
    List<Stretch> stretches = timeline.between(from, to);
    int i = 0;
    for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
      while (!at.isBefore(stretches.get(i).end())) i++;
      Instant minute = at;
      assertEquals(
          oracle.kindAt(at),
          stretches.get(i).kind(),
          () -> "at %s for %s".formatted(minute, person));
    }
  }

  @Property(tries = 150, seed = SEED)
  void stretches_leave_no_gap_do_not_overlap_and_differ_from_their_neighbours(
      @ForAll("people") PersonFacts person, @ForAll("mondays") LocalDate monday) {
    Instant from = monday.atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant();
    Instant to = from.plus(Duration.ofDays(60)); // over two seams of chunks
    List<Stretch> stretches = new Timeline(person, STANDARD, TestLaw.ALMANAC).between(from, to);
    assertFalse(stretches.get(0).start().isAfter(from));
    assertFalse(stretches.get(stretches.size() - 1).end().isBefore(to));
    for (int i = 1; i < stretches.size(); i++) {
      assertEquals(stretches.get(i - 1).end(), stretches.get(i).start());
      assertNotEquals(stretches.get(i - 1).kind(), stretches.get(i).kind());
    }
  }

  static Standards standards(int from, int to, boolean standByIsWork) {
    return new Standards(office(from, to), office(6, 20), office(9, 15), standByIsWork);
  }

  private static List<WeeklyWindow> office(int from, int to) {
    return List.of(
        new WeeklyWindow(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(from, 0),
            LocalTime.of(to, 0)));
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
        Combinators.combine(span, Arbitraries.of(true, false), Arbitraries.integers().between(0, 2))
            .as(
                (s, deputy, weeks) ->
                    new Absence(
                        s, deputy ? Optional.of(new PersonId("d")) : Optional.empty(), weeks));
    Arbitrary<PersonFacts> who =
        Combinators.combine(
                Arbitraries.of(
                    "Europe/Berlin",
                    "America/New_York",
                    "Asia/Kolkata",
                    "Australia/Lord_Howe",
                    "Africa/Cairo",
                    "Europe/Atlantis"),
                Arbitraries.of(PersonFacts.Regime.class),
                Arbitraries.of(PersonFacts.Flag.class).set().ofMaxSize(2),
                Arbitraries.of("09564000", "elsewhere"),
                travel().list().ofMaxSize(2),
                absence.list().ofMaxSize(2))
            .as(
                (zone, regime, flags, place, travel, absences) ->
                    new PersonFacts(
                        zone,
                        regime,
                        flags,
                        place,
                        travel,
                        PersonFacts.Hours.STANDARD,
                        absences,
                        PersonFacts.Roster.NONE));
    Arbitrary<PersonFacts.Hours> hours =
        Combinators.combine(
                window.list().ofMaxSize(3).optional(),
                pattern().optional(),
                span.list().ofMinSize(1).ofMaxSize(3).optional(0.2),
                window.list().ofMaxSize(1),
                Combinators.combine(span, Arbitraries.of(true, false))
                    .as(PersonFacts.OneOff::new)
                    .list()
                    .ofMaxSize(2))
            .as(
                (windows, pattern, calendar, focus, once) ->
                    new PersonFacts.Hours(
                        windows, pattern, calendar.map(TimelineOracleTest::calendar), focus, once));
    Arbitrary<Span> some = shortSpan();
    Arbitrary<PersonFacts.Roster> roster =
        Combinators.combine(
                some.list().ofMaxSize(3),
                Combinators.combine(span, Arbitraries.of(10, 45))
                    .as((s, m) -> new OnCall(s, "WATER", Optional.of(Duration.ofMinutes(m))))
                    .list()
                    .ofMaxSize(2),
                Arbitraries.of("CARE", "PUBLIC_ORDER").set().ofMaxSize(1),
                some.list().ofMaxSize(5),
                some.list().ofMaxSize(1))
            .as(PersonFacts.Roster::new);
    return Combinators.combine(who, hours, roster).as((w, h, r) -> w.withHours(h).withRoster(r));
  }

  private static Arbitrary<Span> shortSpan() {
    return Combinators.combine(
            Arbitraries.of(MONDAYS),
            Arbitraries.integers().between(-40, 700),
            Arbitraries.integers().between(1, 48))
        .as(
            (monday, start, quarters) -> {
              Instant from =
                  monday.atStartOfDay(ZoneId.of("UTC")).toInstant().plusSeconds(900L * start);
              return new Span(from, from.plusSeconds(900L * quarters));
            });
  }

  private static Arbitrary<PersonFacts.Travel> travel() {
    return Combinators.combine(
            Arbitraries.of(MONDAYS),
            Arbitraries.integers().between(-2, 6),
            Arbitraries.integers().between(0, 4),
            Arbitraries.of("Asia/Tokyo", "America/Chicago", "Europe/Utopia"))
        .as(
            (monday, start, length, zone) ->
                new PersonFacts.Travel(
                    monday.plusDays(start), monday.plusDays(start + length), zone));
  }

  private static Arbitrary<WorkPattern> pattern() {
    return Combinators.combine(
            Arbitraries.integers().between(-900, 900),
            Arbitraries.of(DayOfWeek.class).set().ofMinSize(3).list().ofMinSize(1).ofMaxSize(3))
        .as((day, weeks) -> new WorkPattern(MONDAYS.get(0).plusDays(day), weeks));
  }

  /** Free spans lie inside the first, which speaks about them. */
  private static String calendar(List<Span> spans) {
    StringBuilder text = new StringBuilder(text(spans.get(0)));
    for (Span s : spans.subList(1, spans.size()))
      Spans.both(s, spans.get(0)).ifPresent(b -> text.append(',').append(text(b)));
    return text.toString();
  }

  private static String text(Span span) {
    return span.from() + "/" + span.to();
  }

  private static Arbitrary<LocalTime> times() {
    return Arbitraries.integers()
        .between(0, 95)
        .map(quarter -> LocalTime.ofSecondOfDay(quarter * 900L));
  }
}
