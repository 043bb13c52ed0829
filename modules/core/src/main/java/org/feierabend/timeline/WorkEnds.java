package org.feierabend.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.feierabend.timeline.PersonFacts.OnCall;
import org.feierabend.timeline.PersonFacts.Span;

/**
 * The rests a person's work leads to: of what was worked, of published shifts, and of on-call duty
 * where it is classed as work.
 */
final class WorkEnds {
  /**
   * @param real begun for certain, so that it cuts a rest; a plan does not
   * @param callOut begun while on call: the rest it falls into goes on, and another begins at its
   *     end
   */
  private record Work(Span span, boolean real, boolean callOut) {}

  /** A rest of that name. */
  record Resting(Fact fact, Span span) {}

  private final PersonFacts facts;
  private final Windows windows;
  private final LocalDays days;
  private final RestAfterWork rest;
  private final List<Work> all = new ArrayList<>();

  /**
   * @param asWork on-call duties classed as work
   */
  WorkEnds(
      PersonFacts facts, Windows windows, LocalDays days, RestAfterWork rest, List<Span> asWork) {
    this.facts = facts;
    this.windows = windows;
    this.days = days;
    this.rest = rest;
    List<Span> worked = facts.roster().worked();
    for (Span s : worked) all.add(new Work(s, true, !asWork.contains(s) && begunOnCall(s, asWork)));
    for (Span s : asWork) all.add(new Work(s, true, false));
    for (Span s : facts.shifts()) // what was worked replaces what was planned
    if (worked.stream().noneMatch(w -> Spans.overlap(w, s))) all.add(new Work(s, false, false));
    all.sort(Comparator.comparing(w -> w.span.from()));
  }

  private boolean begunOnCall(Span worked, List<Span> asWork) {
    return facts.onCall().stream()
        .map(OnCall::span)
        .filter(s -> !asWork.contains(s))
        .anyMatch(s -> Spans.within(s, worked.from()));
  }

  List<Resting> rests() {
    List<Resting> rests = new ArrayList<>();
    for (Work w : all) {
      Instant end = w.span.to();
      if (goesOn(w) || (!w.callOut && isBreak(w))) continue;
      if (w.callOut) add(rests, Fact.CALL_OUT_REST, end, end.plus(rest.daily(end)));
      else {
        Rest after = rest.after(end);
        add(rests, Fact.DAILY_REST, end, end.plus(rest.daily(end)));
        if (after.weekly()) add(rests, Fact.WEEKLY_REST, end, after.until());
      }
    }
    return rests;
  }

  /** Other work covers the end, so it is none. */
  private boolean goesOn(Work work) {
    return all.stream().anyMatch(o -> o != work && Spans.within(o.span, work.span.to()));
  }

  /**
   * Work that ends inside the span from the first to the last window or shift of its date is a
   * break. On a Sunday or holiday no window opens: what was really worked there is no break beside
   * one.
   */
  private boolean isBreak(Work work) {
    ZoneId zone = days.zoneAt(work.span.from());
    LocalDate date = LocalDate.ofInstant(work.span.from(), zone);
    Span day = LocalDays.days(date, date, zone);
    List<Span> times =
        Stream.concat(
                work.real && rest.isFree(date) ? Stream.empty() : windows.of(date, zone).stream(),
                facts.shifts().stream().filter(s -> Spans.within(day, s.from())))
            .toList();
    Optional<Instant> first = times.stream().map(Span::from).min(Comparator.naturalOrder());
    Optional<Instant> last = times.stream().map(Span::to).max(Comparator.naturalOrder());
    return first.isPresent() && Spans.within(new Span(first.get(), last.get()), work.span.to());
  }

  /** A rest ends early where real work begins; a call-out interrupts it and no more. */
  private void add(List<Resting> rests, Fact fact, Instant from, Instant to) {
    Instant until =
        all.stream()
            .filter(w -> w.real && !w.callOut && !w.span.from().isBefore(from))
            .map(w -> w.span.from())
            .filter(begin -> begin.isBefore(to))
            .min(Comparator.naturalOrder())
            .orElse(to);
    if (Duration.between(from, until).toNanos() > 0)
      rests.add(new Resting(fact, new Span(from, until)));
  }
}
