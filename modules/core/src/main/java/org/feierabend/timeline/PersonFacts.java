package org.feierabend.timeline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.PersonId;

/**
 * What a timeline is built from: declared facts of one person, nothing inferred (DECISIONS, section
 * 2).
 *
 * @param zone name of the home zone as declared; an unknown one is a fact to decide on (SILENCE +
 *     REVIEW), not an error
 * @param municipality official key of the workplace
 * @param windows the person's own weekly availability windows; empty: the policy's default
 * @param freeDays weekdays a part-timer is off
 */
public record PersonFacts(
    String zone,
    Regime regime,
    Set<Flag> flags,
    String municipality,
    Optional<List<WeeklyWindow>> windows,
    Set<DayOfWeek> freeDays,
    List<Absence> absences,
    List<OnCall> onCall,
    List<Span> shifts,
    Set<String> duties) {
  public enum Regime {
    TARIF,
    BEAMTE
  }

  public enum Flag {
    MINOR,
    PROTECTED,
    HEAD
  }

  /**
   * Half-open {@code [from, to)} in local time on the given days; {@code to} ≤ {@code from} runs
   * across midnight.
   */
  public record WeeklyWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    public WeeklyWindow {
      days = Set.copyOf(days);
      if (days.isEmpty())
        throw new IllegalArgumentException("A weekly window names at least one day, but got none.");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }

  /** Half-open span of instants. */
  public record Span(Instant from, Instant to) {
    public Span {
      if (!from.isBefore(to))
        throw new IllegalArgumentException(
            "A span must end after it starts, but got %s to %s.".formatted(from, to));
    }
  }

  /** Absence without its reason; no deputy, an absent one or a loop: SILENCE + REVIEW. */
  public record Absence(Span span, Optional<PersonId> deputy) {}

  /** Reachable by roster for one duty. */
  public record OnCall(Span span, String duty) {}

  public PersonFacts {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(regime, "regime");
    Objects.requireNonNull(municipality, "municipality");
    Objects.requireNonNull(windows, "windows");
    flags = Set.copyOf(flags);
    windows = windows.map(List::copyOf);
    freeDays = Set.copyOf(freeDays);
    absences = List.copyOf(absences);
    onCall = List.copyOf(onCall);
    shifts = List.copyOf(shifts);
    duties = Set.copyOf(duties);
  }

  /** A full-timer with the policy's default windows. */
  public static PersonFacts ordinary(ZoneId zone, String municipality) {
    return new PersonFacts(
        zone.getId(),
        Regime.TARIF,
        Set.of(),
        municipality,
        Optional.empty(),
        Set.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of());
  }

  public PersonFacts withWindows(Optional<List<WeeklyWindow>> changed) {
    return new PersonFacts(
        zone, regime, flags, municipality, changed, freeDays, absences, onCall, shifts, duties);
  }

  public PersonFacts withAbsences(List<Absence> changed) {
    return new PersonFacts(
        zone, regime, flags, municipality, windows, freeDays, changed, onCall, shifts, duties);
  }

  public PersonFacts withOnCall(List<OnCall> changed) {
    return new PersonFacts(
        zone, regime, flags, municipality, windows, freeDays, absences, changed, shifts, duties);
  }
}
