package org.feierabend.timeline;

import static org.feierabend.timeline.PersonFacts.Flag.HEAD;
import static org.feierabend.timeline.PersonFacts.Flag.MINOR;
import static org.feierabend.timeline.PersonFacts.Flag.PROTECTED;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.timeline.PersonFacts.Absence;
import org.feierabend.timeline.PersonFacts.OnCall;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/**
 * The gapless sequence of stretches of everybody who shares the same facts, cut chunk by chunk.
 * Local times in a gap of the clock move forward, ambiguous ones are the first; all intervals are
 * half-open.
 */
public final class Timeline {
  /** Length of a chunk: 28 days of elapsed time, so that a search needs no calendar. */
  public static final Duration CHUNK = Duration.ofDays(28);

  private static final long MONDAY = Instant.parse("1970-01-05T00:00:00Z").toEpochMilli();

  private final PersonFacts facts;
  private final List<WeeklyWindow> windows;
  private final Holidays holidays;
  private final Optional<ZoneId> zone;

  /**
   * @param standard the policy's default windows, for a person without own windows and shifts
   */
  public Timeline(PersonFacts facts, List<WeeklyWindow> standard, Holidays holidays) {
    this.facts = facts;
    this.windows = facts.windows().orElse(facts.shifts().isEmpty() ? standard : List.of());
    this.holidays = holidays;
    this.zone = zone(facts.zone());
  }

  /** Number of the chunk that holds an instant, given in epoch milliseconds. */
  public static int chunkOf(long milli) {
    return Math.toIntExact(Math.floorDiv(milli - MONDAY, CHUNK.toMillis()));
  }

  public Chunk chunk(int number) {
    long from = MONDAY + number * CHUNK.toMillis();
    long to = from + CHUNK.toMillis();
    Sweep sweep = new Sweep(from, to);
    zone.ifPresent(z -> addDays(sweep, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to), z));
    for (Absence a : facts.absences()) {
      add(sweep, Fact.ABSENT, a.span());
      if (a.deputy().isPresent()) add(sweep, Fact.DEPUTY, a.span());
    }
    for (OnCall o : facts.onCall()) add(sweep, Fact.ON_CALL, o.span());
    for (Span s : facts.shifts()) add(sweep, Fact.SHIFT, s);
    return sweep.cut(always());
  }

  /** The stretches that touch {@code [from, to)}, gapless and in order. */
  public List<Stretch> between(Instant from, Instant to) {
    List<Chunk> chunks = new ArrayList<>();
    if (from.isBefore(to))
      for (int n = chunkOf(from.toEpochMilli()); n <= chunkOf(to.minusNanos(1).toEpochMilli()); n++)
        chunks.add(chunk(n));
    return join(chunks, from, to);
  }

  /** The stretches of consecutive chunks that touch {@code [from, to)}, joined at their seams. */
  public static List<Stretch> join(List<Chunk> chunks, Instant from, Instant to) {
    List<Stretch> joined = new ArrayList<>();
    for (Chunk c : chunks)
      for (int i = c.firstTouching(from); i < c.size() && c.start(i).isBefore(to); i++) {
        int last = joined.size() - 1;
        if (last >= 0 && joined.get(last).kind().equals(c.kind(i)))
          joined.set(last, new Stretch(joined.get(last).start(), c.end(i), c.kind(i)));
        else joined.add(new Stretch(c.start(i), c.end(i), c.kind(i)));
      }
    return joined;
  }

  private void addDays(Sweep sweep, Instant from, Instant to, ZoneId z) {
    LocalDate last = LocalDate.ofInstant(to, z);
    // a window may have begun the evening before
    for (LocalDate d = LocalDate.ofInstant(from, z).minusDays(1); !d.isAfter(last); ) {
      LocalDate next = d.plusDays(1);
      Instant start = d.atStartOfDay(z).toInstant();
      Instant end = next.atStartOfDay(z).toInstant();
      dayFact(d).ifPresent(f -> sweep.add(f, start, end));
      if (holidays.isTariffDay(d)) sweep.add(Fact.TARIFF_DAY, start, end);
      if (facts.hours().isFree(d)) sweep.add(Fact.DAY_OFF, start, end);
      for (WeeklyWindow w : windows)
        if (w.days().contains(d.getDayOfWeek())) {
          LocalDate until = w.to().isAfter(w.from()) ? d : next;
          sweep.add(
              Fact.WINDOW,
              d.atTime(w.from()).atZone(z).toInstant(),
              until.atTime(w.to()).atZone(z).toInstant());
        }
      d = next;
    }
  }

  private Optional<Fact> dayFact(LocalDate date) {
    if (date.getDayOfWeek() == DayOfWeek.SUNDAY) return Optional.of(Fact.SUNDAY_OR_HOLIDAY);
    return switch (holidays.on(date, facts.municipality())) {
      case HOLIDAY -> Optional.of(Fact.SUNDAY_OR_HOLIDAY);
      case UNKNOWN -> Optional.of(Fact.DOUBT);
      case WORKDAY -> Optional.empty();
    };
  }

  /** The facts that never change. */
  private StretchKind always() {
    Set<Fact> facts = EnumSet.noneOf(Fact.class);
    if (zone.isEmpty()) facts.add(Fact.DOUBT);
    if (!this.facts.duties().isEmpty()) facts.add(Fact.SUNDAY_DUTY);
    if (this.facts.regime() == PersonFacts.Regime.BEAMTE) facts.add(Fact.BEAMTE);
    if (this.facts.flags().contains(MINOR)) facts.add(Fact.MINOR);
    if (this.facts.flags().contains(PROTECTED)) facts.add(Fact.SHELTERED);
    if (this.facts.flags().contains(HEAD)) facts.add(Fact.HEAD);
    return StretchKind.of(facts);
  }

  private static void add(Sweep sweep, Fact fact, Span span) {
    sweep.add(fact, span.from(), span.to());
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty(); // an unknown zone is a fact to decide on
    }
  }
}
