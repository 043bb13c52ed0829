package org.feierabend.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.Channel;
import org.feierabend.decision.Exemption;
import org.feierabend.report.Indicator;
import org.feierabend.report.Rational;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/**
 * The employer's parameters: the service agreement as data.
 *
 * @param from the day it takes force
 * @param until the day another edition takes its place, as far as one is known
 * @param municipality official key of the employer's seat, where a person names none
 * @param jurisdiction code of the law's pack, such as {@code de} or {@code ca-on}
 * @param windows default availability windows, for whoever sets none
 * @param frame the span work may lie in
 * @param core the span people are expected in
 * @param compensatoryRest rest cut by a call-out is booked elsewhere, by an agreement based on a
 *     collective one (ArbZG § 7 Abs. 2 Nr. 1)
 * @param standByIsWork on-call duty that leaves little time of one's own is classed as work: rest
 *     begins at its end
 * @param away what each door does while the engine does not answer
 * @param k smallest number of people a published block may have; 10 or more
 * @param rhoYear privacy budget of one person and year (zero-concentrated differential privacy)
 * @param teleworkPercent quota of telework, percent of the weekly average
 * @param indicators what a quarter such as {@code 2026-Q3} publishes, where that differs from
 *     {@link Indicator#CORE}
 * @param reporting when reports are prepared and who is sent them
 * @param alertAbove per cent of a unit's staff above which it alerts; an indicator without one
 *     alerts by its rise alone
 * @param agreed numbers that protect more than the law
 * @param exemptions which of the named exemptions hold; EMERGENCY always does
 * @param telework what telework is limited to
 * @param life review, after-effect and consultation
 * @param edition content hash of this policy and of the rules, 64 hexadecimal digits
 */
public record Policy(
    String name,
    LocalDate from,
    Optional<LocalDate> until,
    ZoneId zone,
    String municipality,
    String jurisdiction,
    List<WeeklyWindow> windows,
    List<WeeklyWindow> frame,
    List<WeeklyWindow> core,
    Mail mail,
    boolean compensatoryRest,
    boolean standByIsWork,
    Map<Channel, Away> away,
    int k,
    Rational rhoYear,
    int teleworkPercent,
    Map<String, List<Indicator>> indicators,
    Reporting reporting,
    Map<Indicator, BigDecimal> alertAbove,
    Agreed agreed,
    Set<Exemption> exemptions,
    TeleworkLimits telework,
    Life life,
    String edition) {
  /**
   * How an edition lives on.
   *
   * @param review the day both sides look at it again
   * @param afterEffect after its end it goes on until another holds
   * @param consultationDays how long a proposal is open to comments; 0: it is not
   */
  public record Life(Optional<LocalDate> review, boolean afterEffect, int consultationDays) {
    /** Where a policy says nothing. */
    public static final Life STANDARD = new Life(Optional.empty(), false, 0);

    public Life {
      Objects.requireNonNull(review, "review");
      if (consultationDays < 0 || consultationDays > 60)
        throw new IllegalArgumentException(
            "A consultation takes 0 to 60 days, but got %d.".formatted(consultationDays));
    }
  }

  /** What happens to mail that would wait. */
  public enum Mail {
    HOLD,
    SILENCE
  }

  /** What a door does while the engine is away. */
  public enum Away {
    DELIVER,
    DELAY
  }

  /** When another edition takes its place: at the start of that day; else {@link Instant#MAX}. */
  public Instant ends() {
    return until.map(day -> day.atStartOfDay(zone).toInstant()).orElse(Instant.MAX);
  }

  /**
   * What the weeks of a quarter publish.
   *
   * @param quarter such as {@code 2026-Q3}
   */
  public List<Indicator> indicators(String quarter) {
    return indicators.getOrDefault(quarter, Indicator.CORE);
  }

  public Policy {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(zone, "zone");
    if (until.isPresent() && !from.isBefore(until.get()))
      throw new IllegalArgumentException(
          "A policy ends after it takes force, but %s says %s to %s."
              .formatted(name, from, until.get()));
    Objects.requireNonNull(jurisdiction, "jurisdiction");
    Objects.requireNonNull(mail, "mail");
    Objects.requireNonNull(rhoYear, "rhoYear");
    Objects.requireNonNull(reporting, "reporting");
    windows = List.copyOf(windows);
    frame = List.copyOf(frame);
    core = List.copyOf(core);
    away = Map.copyOf(away);
    alertAbove = Map.copyOf(alertAbove);
    alertAbove.forEach(Policy::requirePercent);
    Objects.requireNonNull(agreed, "agreed");
    exemptions = Set.copyOf(exemptions);
    Objects.requireNonNull(telework, "telework");
    Objects.requireNonNull(life, "life");
    if (!exemptions.contains(Exemption.EMERGENCY))
      throw new IllegalArgumentException(
          "A danger to life and limb is let through whatever a policy says, but %s leaves it out."
              .formatted(name));
    indicators = Map.copyOf(indicators);
    indicators.forEach(Policy::requireThree);
    if (k < 10)
      throw new IllegalArgumentException(
          "A block has at least 10 people whatever a policy says, but %s asks for %d."
              .formatted(name, k));
    if (rhoYear.compareTo(Rational.ZERO) <= 0)
      throw new IllegalArgumentException(
          "A privacy budget is positive, but %s says %s.".formatted(name, rhoYear));
    if (teleworkPercent < 0 || teleworkPercent > 100)
      throw new IllegalArgumentException(
          "A telework quota is 0 to 100 percent, but got %d.".formatted(teleworkPercent));
  }

  /** A fourth would need the budget split, and a repeated one would spend it twice. */
  private static void requireThree(String quarter, List<Indicator> named) {
    if (!quarter.matches("\\d{4}-Q[1-4]"))
      throw new IllegalArgumentException(
          "A quarter is written like 2026-Q3, but got '%s'.".formatted(quarter));
    if (named.size() != Indicator.MOST || named.stream().distinct().count() != Indicator.MOST)
      throw new IllegalArgumentException(
          "A quarter publishes %d different indicators, but %s names %s."
              .formatted(Indicator.MOST, quarter, named.stream().map(Indicator::key).toList()));
  }

  /** Below 10 and above 90 per cent no interval is told apart. */
  private static void requirePercent(Indicator indicator, BigDecimal percent) {
    if (percent.compareTo(BigDecimal.TEN) < 0 || percent.compareTo(BigDecimal.valueOf(90)) > 0)
      throw new IllegalArgumentException(
          "A threshold for alerts is 10 to 90 per cent, but %s says %s."
              .formatted(indicator.key(), percent));
  }
}
