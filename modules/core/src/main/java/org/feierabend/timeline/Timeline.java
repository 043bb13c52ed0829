package org.feierabend.timeline;

import static org.feierabend.timeline.PersonFacts.Flag.HEAD;
import static org.feierabend.timeline.PersonFacts.Flag.MINOR;
import static org.feierabend.timeline.PersonFacts.Flag.OWN_HOURS;
import static org.feierabend.timeline.PersonFacts.Flag.PROTECTED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.timeline.LocalDays.Leg;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/**
 * The gapless sequence of stretches of everybody who shares the same facts, cut chunk by chunk. All
 * intervals are half-open.
 */
public final class Timeline {
  /** Length of a chunk: 28 days of elapsed time, so that a search needs no calendar. */
  public static final Duration CHUNK = Duration.ofDays(28);

  private static final long LENGTH = CHUNK.toMillis(); // a constant to divide by
  private static final long MONDAY = Instant.parse("1970-01-05T00:00:00Z").toEpochMilli();

  private final PersonFacts facts;
  private final Standards standards;
  private final Almanac almanac;
  private final boolean zoneKnown;
  private final LocalDays days;
  private final Windows windows;
  private final RosterFacts roster;
  private final List<WorkEnds.Resting> rests;

  public Timeline(PersonFacts facts, Standards standards, Almanac almanac) {
    this.facts = facts;
    this.standards = standards;
    this.almanac = almanac;
    Optional<ZoneId> home = LocalDays.zone(facts.zone());
    zoneKnown = home.isPresent();
    days = new LocalDays(home.orElse(ZoneOffset.UTC), facts.travel());
    windows = new Windows(facts, standards.windows(), days, almanac.availabilities());
    roster = new RosterFacts(facts, almanac.law(), days);
    rests = zoneKnown ? rests() : List.of();
  }

  private List<WorkEnds.Resting> rests() {
    List<Span> asWork = standards.standByIsWork() ? roster.closeDuties() : List.of();
    RestAfterWork after = new RestAfterWork(facts, days, almanac);
    return new WorkEnds(facts, windows, days, after, asWork).rests();
  }

  /** Number of the chunk that holds an instant, given in epoch milliseconds. */
  public static int chunkOf(long milli) {
    return Math.toIntExact(Math.floorDiv(milli - MONDAY, LENGTH));
  }

  public Chunk chunk(int number) {
    long from = MONDAY + number * LENGTH;
    Sweep sweep = new Sweep(from, from + LENGTH);
    roster.add(sweep);
    if (zoneKnown) addLocal(sweep);
    for (WorkEnds.Resting r : rests) sweep.add(r.fact(), r.span());
    return sweep.cut(always(sweep.span().from()));
  }

  private void addLocal(Sweep sweep) {
    Span span = sweep.span();
    Span wider =
        new Span(span.from().minus(Duration.ofDays(2)), span.to().plus(Duration.ofDays(2)));
    List<Span> available = windows.touching(wider);
    for (Span w : available) sweep.add(Fact.WINDOW, w);
    if (facts.flags().contains(OWN_HOURS)) {
      List<Span> free = Windows.weekly(frameAndEvenings(span), days, wider);
      for (Span w : available)
        for (Span s : Spans.without(w, free)) sweep.add(Fact.OUTSIDE_FRAME, s);
    }
    for (Span c : Windows.weekly(standards.core(), days, span)) sweep.add(Fact.CORE, c);
    for (Span f : Windows.weekly(facts.hours().focus(), days, span)) sweep.add(Fact.FOCUS, f);
    List<Span> busy = new ArrayList<>(available);
    busy.addAll(facts.shifts());
    DayFacts dates = new DayFacts(facts, almanac, busy, sweep);
    for (Leg leg : days.legs(span)) dates.add(leg);
  }

  /** The frame, and behind it the evening in which a window is voluntary. */
  private List<WeeklyWindow> frameAndEvenings(Span span) {
    LocalTime until = almanac.law().eveningUntil(days.dateAt(span.from()));
    List<WeeklyWindow> hours = new ArrayList<>(standards.frame());
    for (WeeklyWindow w : standards.frame())
      if (w.from().isBefore(w.to()) && w.to().isBefore(until))
        hours.add(new WeeklyWindow(w.days(), w.to(), until));
    return hours;
  }

  /** The facts that never change. */
  private StretchKind always(Instant at) {
    Set<Fact> always = EnumSet.noneOf(Fact.class);
    if (!zoneKnown) always.add(Fact.DOUBT);
    if (!facts.duties().isEmpty()) {
      always.add(Fact.SUNDAY_DUTY);
      LocalDate day = days.dateAt(at);
      if (!Collections.disjoint(facts.duties(), almanac.law().shortRestDuties(day)))
        always.add(Fact.SHORT_REST_DUTY);
    }
    if (facts.regime() == PersonFacts.Regime.BEAMTE) always.add(Fact.BEAMTE);
    if (facts.flags().contains(MINOR)) always.add(Fact.MINOR);
    if (facts.flags().contains(PROTECTED)) always.add(Fact.SHELTERED);
    if (facts.flags().contains(HEAD)) always.add(Fact.HEAD);
    return StretchKind.of(always);
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
}
