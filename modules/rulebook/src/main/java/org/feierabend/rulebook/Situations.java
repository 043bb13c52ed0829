package org.feierabend.rulebook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.Policy;
import org.feierabend.timeline.Holidays;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Flag;
import org.feierabend.timeline.PersonFacts.Roster;
import org.feierabend.timeline.PersonFacts.Span;

/**
 * Made-up people in an ordinary week of the proposal, on whom hours and rests of two policies show:
 * the first has nothing of their own, the others have just worked.
 */
final class Situations {
  /** Somebody, in words. */
  record Situation(Sentence who, PersonFacts facts) {}

  private final ZoneId zone;
  private final LocalDate monday;
  private final PersonFacts ordinary;

  /**
   * @param first day that may be looked at
   */
  Situations(Policy policy, LocalDate first, Holidays holidays) {
    zone = policy.zone();
    ordinary = PersonFacts.ordinary(zone, policy.municipality());
    monday = ordinaryWeek(policy, first, holidays);
  }

  private static LocalDate ordinaryWeek(Policy policy, LocalDate day, Holidays holidays) {
    LocalDate first = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    for (LocalDate m = first; m.isBefore(first.plusYears(1)); m = m.plusWeeks(1))
      if (m.datesUntil(m.plusDays(6)) // Monday to Saturday
          .allMatch(d -> holidays.on(d, policy.municipality()) == Holidays.Answer.WORKDAY))
        return m;
    return first;
  }

  LocalDate monday() {
    return monday;
  }

  List<Situation> all() {
    List<Situation> all = new ArrayList<>();
    all.add(
        new Situation(
            new Sentence("wer keine eigenen Zeiten hat", "whoever has no hours of their own"),
            ordinary));
    all.add(
        worked(
            "nach Arbeit bis dienstags 23:00", "after work until 23:00 on a Tuesday", 1, Set.of()));
    all.add(
        worked(
            "nach Arbeit bis samstags 23:00", "after work until 23:00 on a Saturday", 5, Set.of()));
    all.add(
        worked(
            "unter 18, nach Arbeit bis dienstags 23:00",
            "under 18, after work until 23:00 on a Tuesday",
            1,
            Set.of(Flag.MINOR)));
    all.add(
        worked(
            "Leitung der Dienststelle, nach Arbeit bis dienstags 23:00",
            "a head of office, after work until 23:00 on a Tuesday",
            1,
            Set.of(Flag.HEAD)));
    all.add(
        new Situation(
            new Sentence(
                "nach einem Einsatz bis 23:00 in der Rufbereitschaft von Dienstag",
                "after a call-out until 23:00 in Tuesday's on-call duty"),
            with(
                Set.of(),
                List.of(
                    new PersonFacts.OnCall(new Span(at(1, 19), at(2, 6)), "", Optional.empty())),
                List.of(new Span(at(1, 21), at(1, 23))))));
    return all;
  }

  private Situation worked(String de, String en, int day, Set<Flag> flags) {
    return new Situation(
        new Sentence(de, en), with(flags, List.of(), List.of(new Span(at(day, 20), at(day, 23)))));
  }

  private PersonFacts with(Set<Flag> flags, List<PersonFacts.OnCall> onCall, List<Span> worked) {
    return new PersonFacts(
        ordinary.zone(),
        ordinary.regime(),
        flags.isEmpty() ? EnumSet.noneOf(Flag.class) : EnumSet.copyOf(flags),
        ordinary.municipality(),
        List.of(),
        ordinary.hours(),
        List.of(),
        new Roster(List.of(), onCall, Set.of(), worked, List.of()));
  }

  private java.time.Instant at(int day, int hour) {
    return monday.plusDays(day).atTime(hour, 0).atZone(zone).toInstant();
  }
}
