package org.feierabend.timeline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a timeline is built from: declared facts of one person, nothing inferred (DECISIONS, section
 * 2).
 *
 * @param zone name of the home zone as declared; an unknown one is a fact to decide on, no error
 * @param municipality official key of the workplace
 * @param travel declared stays in another zone, never inferred
 */
public record PersonFacts(
    String zone,
    Regime regime,
    Set<Flag> flags,
    String municipality,
    List<Travel> travel,
    Hours hours,
    List<Absence> absences,
    Roster roster) {
  public enum Regime {
    TARIF,
    BEAMTE
  }

  public enum Flag {
    MINOR,
    PROTECTED,
    HEAD,
    OWN_HOURS // windows set by the person alone: outside the frame HR has not agreed
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

  /**
   * "Quiet until five", "available until eight": once, and beside what holds every week. It opens
   * or closes a window and touches no protection.
   */
  public record OneOff(Span span, boolean available) {
    public OneOff {
      Objects.requireNonNull(span, "span");
    }
  }

  /** Days of a stay in another zone, both included; a name nobody knows leaves them in doubt. */
  public record Travel(LocalDate from, LocalDate to, String zone) {
    public Travel {
      if (to.isBefore(from))
        throw new IllegalArgumentException(
            "A journey must not end before it begins, but got %s to %s.".formatted(from, to));
      Objects.requireNonNull(zone, "zone");
    }
  }

  /**
   * When the person says they are available.
   *
   * @param windows own weekly availability windows; empty: the policy's default
   * @param pattern absent: every day is worked
   * @param vavailability an RFC 7953 calendar as text; what it says wins over the weekly windows
   *     for the spans it speaks about
   * @param focus weekly blocks of work the person protects
   * @param oneOffs spans that differ from all of that; of several the later said wins
   */
  public record Hours(
      Optional<List<WeeklyWindow>> windows,
      Optional<WorkPattern> pattern,
      Optional<String> vavailability,
      List<WeeklyWindow> focus,
      List<OneOff> oneOffs) {
    public static final Hours STANDARD =
        new Hours(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public Hours {
      windows = windows.map(List::copyOf);
      Objects.requireNonNull(pattern, "pattern");
      Objects.requireNonNull(vavailability, "vavailability");
      focus = List.copyOf(focus);
      oneOffs = List.copyOf(oneOffs);
    }

    /** With nothing out of the ordinary. */
    public Hours(
        Optional<List<WeeklyWindow>> windows,
        Optional<WorkPattern> pattern,
        Optional<String> vavailability,
        List<WeeklyWindow> focus) {
      this(windows, pattern, vavailability, focus, List.of());
    }

    public boolean isFree(LocalDate date) {
      return pattern.isPresent() && pattern.get().isFree(date);
    }

    /** The weekdays off in every week; none where weeks differ. */
    public Set<DayOfWeek> freeDays() {
      Set<DayOfWeek> free = EnumSet.allOf(DayOfWeek.class);
      if (pattern.isEmpty() || pattern.get().weeks().size() > 1) free.clear();
      else free.removeAll(pattern.get().weeks().get(0));
      return free;
    }

    public Hours with(Optional<List<WeeklyWindow>> changed) {
      return new Hours(changed, pattern, vavailability, focus, oneOffs);
    }

    public Hours withOneOffs(List<OneOff> changed) {
      return new Hours(windows, pattern, vavailability, focus, changed);
    }
  }

  /**
   * What is planned with the person, and what of it was worked.
   *
   * @param duties codes of duties that allow work on Sundays (ArbZG § 10)
   * @param worked real work, from time recording or the person's own tap; kept for 36 hours at most
   * @param meetings the person's meetings as far as a caller told them; never stored
   */
  public record Roster(
      List<Span> shifts,
      List<OnCall> onCall,
      Set<String> duties,
      List<Span> worked,
      List<Span> meetings) {
    public static final Roster NONE =
        new Roster(List.of(), List.of(), Set.of(), List.of(), List.of());

    public Roster {
      shifts = List.copyOf(shifts);
      onCall = List.copyOf(onCall);
      duties = Set.copyOf(duties);
      worked = List.copyOf(worked);
      meetings = List.copyOf(meetings);
    }
  }

  /**
   * Reachable by roster for one duty.
   *
   * @param arrival within which the person must be there, where the roster says so
   */
  public record OnCall(Span span, String duty, Optional<Duration> arrival) {
    public OnCall(Span span, String duty) {
      this(span, duty, Optional.empty());
    }
  }

  public PersonFacts {
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(regime, "regime");
    flags = Set.copyOf(flags);
    Objects.requireNonNull(municipality, "municipality");
    travel = List.copyOf(travel);
    Objects.requireNonNull(hours, "hours");
    absences = List.copyOf(absences);
    Objects.requireNonNull(roster, "roster");
  }

  /** A full-timer with the policy's default windows. */
  public static PersonFacts ordinary(ZoneId zone, String municipality) {
    return new PersonFacts(
        zone.getId(),
        Regime.TARIF,
        Set.of(),
        municipality,
        List.of(),
        Hours.STANDARD,
        List.of(),
        Roster.NONE);
  }

  public Optional<List<WeeklyWindow>> windows() {
    return hours.windows;
  }

  public List<Span> shifts() {
    return roster.shifts;
  }

  public List<OnCall> onCall() {
    return roster.onCall;
  }

  public Set<String> duties() {
    return roster.duties;
  }

  /** Those that hold at an instant, by the clock at home. */
  public List<Absence> absencesAt(Instant at) {
    ZoneId home = LocalDays.zone(zone).orElse(ZoneOffset.UTC);
    return absences.stream().filter(a -> a.holds(at, home)).toList();
  }

  public PersonFacts withHours(Hours changed) {
    return new PersonFacts(zone, regime, flags, municipality, travel, changed, absences, roster);
  }

  public PersonFacts withWindows(Optional<List<WeeklyWindow>> changed) {
    return withHours(hours.with(changed));
  }

  public PersonFacts withAbsences(List<Absence> changed) {
    return new PersonFacts(zone, regime, flags, municipality, travel, hours, changed, roster);
  }

  public PersonFacts withRoster(Roster changed) {
    return new PersonFacts(zone, regime, flags, municipality, travel, hours, absences, changed);
  }

  public PersonFacts withOnCall(List<OnCall> changed) {
    return withRoster(
        new Roster(roster.shifts, changed, roster.duties, roster.worked, roster.meetings));
  }
}
