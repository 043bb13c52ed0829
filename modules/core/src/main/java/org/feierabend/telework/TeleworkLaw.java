package org.feierabend.telework;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.feierabend.decision.BadValue;
import org.feierabend.policy.TeleworkLimits;

/**
 * The numbers and lists telework is measured by; they come dated from the rules.
 *
 * @param weekly working time of an average week, where the agreement names none
 * @param longestWeek more working time no average week has
 * @param longest an agreement's longest term
 * @param trial its trial months
 * @param notice between the word of a revocation and its first day
 * @param remindTerm how long before its last day both sides of an agreement are reminded
 * @param remindTrial how long before the end of the trial they are
 * @param horizon over which the share abroad is planned
 * @param substantial part of the work from which the state of residence counts, in hundredths
 * @param limit of the Framework Agreement, in hundredths
 * @param regulated states the Regulation applies in, ISO 3166-1 alpha-2
 * @param signed states of the Framework Agreement → the day it applies there from
 */
public record TeleworkLaw(
    Duration weekly,
    Duration longestWeek,
    Period longest,
    Period trial,
    Period notice,
    Period remindTerm,
    Period remindTrial,
    Period horizon,
    int substantial,
    int limit,
    Set<String> regulated,
    Map<String, LocalDate> signed) {
  public TeleworkLaw {
    Objects.requireNonNull(weekly, "weekly");
    Objects.requireNonNull(longestWeek, "longestWeek");
    Objects.requireNonNull(longest, "longest");
    Objects.requireNonNull(trial, "trial");
    Objects.requireNonNull(notice, "notice");
    Objects.requireNonNull(remindTerm, "remindTerm");
    Objects.requireNonNull(remindTrial, "remindTrial");
    Objects.requireNonNull(horizon, "horizon");
    regulated = Set.copyOf(regulated);
    signed = Map.copyOf(signed);
    if (substantial <= 0 || limit <= substantial || limit > 100)
      throw new IllegalArgumentException(
          "The parts of work abroad rise, up to 100 percent, but got %d and %d."
              .formatted(substantial, limit));
    if (!regulated.containsAll(signed.keySet()))
      throw new IllegalArgumentException(
          "Who signed the Framework Agreement is a state of the Regulation, but got %s."
              .formatted(signed.keySet()));
  }

  boolean signed(String state, LocalDate on) {
    LocalDate from = signed.get(state);
    return from != null && !on.isBefore(from);
  }

  /** A contract's average week, no longer than the law allows. */
  public Duration requireWeek(Duration week) {
    if (week.compareTo(longestWeek) > 0)
      throw new BadValue(
          "Eine durchschnittliche Arbeitswoche hat höchstens %s (ArbZG § 3; Richtlinie 2003/88/EG Art. 6), nicht %s."
              .formatted(longestWeek, week),
          "An average working week has %s at most (ArbZG § 3; Directive 2003/88/EC Art. 6), not %s."
              .formatted(longestWeek, week));
    return week;
  }

  /** With what a policy says beside it; that is never weaker, or it would not be in force. */
  public TeleworkLaw limited(TeleworkLimits limits) {
    return new TeleworkLaw(
        weekly,
        longestWeek,
        limits.term().orElse(longest),
        limits.trial().orElse(trial),
        limits.notice().orElse(notice),
        remindTerm,
        remindTrial,
        horizon,
        substantial,
        limit,
        regulated,
        signed);
  }
}
