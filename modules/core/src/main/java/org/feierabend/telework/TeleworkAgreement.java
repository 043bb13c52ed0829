package org.feierabend.telework;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.feierabend.decision.BadValue;

/**
 * The signed terms of one person.
 *
 * @param daysPerWeek most telework days a week, 7 where the agreement names none
 * @param weekly the contract's working time of an average week; empty: that of the regime
 * @param presence weekdays with presence time at the office
 * @param places where telework may be done; empty: wherever the agreement is silent
 * @param noticeDays whole days between the request and the day asked for
 */
public record TeleworkAgreement(
    Quota quota,
    int daysPerWeek,
    Optional<Duration> weekly,
    Set<DayOfWeek> presence,
    Set<String> places,
    int noticeDays,
    Term term,
    Workplace workplace) {
  /**
   * From its first to its last day, with the day it was revoked from.
   *
   * @param from empty where no term is said
   * @param renewal follows another without a gap, so that the trial is behind it
   */
  public record Term(
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      Optional<Revocation> revoked,
      boolean renewal) {
    public static final Term OPEN = new Term(Optional.empty(), Optional.empty(), Optional.empty());

    public Term(Optional<LocalDate> from, Optional<LocalDate> until, Optional<Revocation> revoked) {
      this(from, until, revoked, false);
    }

    public Term {
      if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get()))
        throw new BadValue(
            "Eine Vereinbarung endet nicht, bevor sie beginnt; hier steht %s bis %s."
                .formatted(from.get(), until.get()),
            "A telework agreement must not end before it begins, but got %s to %s."
                .formatted(from.get(), until.get()));
    }

    /** The last day with telework, as far as the term says one. */
    public Optional<LocalDate> last(TeleworkLaw law) {
      return Stream.of(
              until,
              from.map(f -> f.plus(law.longest()).minusDays(1)),
              revoked.map(r -> r.from().minusDays(1)))
          .flatMap(Optional::stream)
          .min(LocalDate::compareTo);
    }

    /** The first day after the trial; empty where no term is said, or the trial was before. */
    public Optional<LocalDate> triedUntil(TeleworkLaw law) {
      return from.filter(f -> !renewal).map(f -> f.plus(law.trial()));
    }

    /** Whether it ends later than the law allows. */
    public boolean tooLong(TeleworkLaw law) {
      return from.isPresent()
          && until.isPresent()
          && !until.get().isBefore(from.get().plus(law.longest()));
    }
  }

  /**
   * @param from first day without telework
   * @param grounds whether it gives reasons, which it needs after the trial
   */
  public record Revocation(LocalDate from, boolean grounds) {
    public Revocation {
      Objects.requireNonNull(from, "from");
    }
  }

  /**
   * What must be done before the first day.
   *
   * @param done points of the {@link WorkplaceChecklist}, where it was gone through
   */
  public record Workplace(boolean equipped, boolean riskAssessed, Set<String> done) {
    public Workplace {
      done = Set.copyOf(done);
    }

    public Workplace(boolean equipped, boolean riskAssessed) {
      this(equipped, riskAssessed, Set.of());
    }
  }

  public TeleworkAgreement {
    Objects.requireNonNull(quota, "quota");
    Objects.requireNonNull(term, "term");
    Objects.requireNonNull(workplace, "workplace");
    presence = Set.copyOf(presence);
    places = Set.copyOf(places);
    if (daysPerWeek < 0 || daysPerWeek > 7)
      throw new BadValue(
          "Eine Woche hat 0 bis 7 Tage Telearbeit, hier stehen %d.".formatted(daysPerWeek),
          "A week has 0 to 7 telework days, but got %d.".formatted(daysPerWeek));
    if (noticeDays < 0)
      throw new BadValue(
          "Angekündigt wird vor dem Tag, hier stehen %d Tage.".formatted(noticeDays),
          "Notice is given before the day, but got %d days.".formatted(noticeDays));
    if (weekly.filter(w -> w.toMinutes() <= 0).isPresent())
      throw new BadValue(
          "Eine durchschnittliche Woche hat Arbeitszeit, hier steht %s.".formatted(weekly.get()),
          "An average week has working time, but got %s.".formatted(weekly.get()));
  }

  /** The same for another working week. */
  public TeleworkAgreement weekly(Optional<Duration> other) {
    return new TeleworkAgreement(
        quota, daysPerWeek, other, presence, places, noticeDays, term, workplace);
  }

  /** The same, with no more than a policy allows. */
  TeleworkAgreement within(Quota most, int mostDays) {
    return new TeleworkAgreement(
        quota.atMost(most),
        Math.min(daysPerWeek, mostDays),
        weekly,
        presence,
        places,
        noticeDays,
        term,
        workplace);
  }

  public TeleworkAgreement term(Term other) {
    return new TeleworkAgreement(
        quota, daysPerWeek, weekly, presence, places, noticeDays, other, workplace);
  }

  public TeleworkAgreement workplace(Workplace other) {
    return new TeleworkAgreement(
        quota, daysPerWeek, weekly, presence, places, noticeDays, term, other);
  }
}
