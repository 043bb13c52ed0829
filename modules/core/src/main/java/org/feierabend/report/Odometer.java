package org.feierabend.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feierabend.timeline.IsoWeek;

/**
 * How much of a year's privacy budget is spent, from the ledger's RELEASE rows alone. The promise:
 * in <em>any</em> {@value #WEEKS} consecutive weeks the rho of all releases sums to no more than
 * the smallest rho_year any of them was made under. A withdrawn release stays spent.
 */
public final class Odometer {
  /** Weeks of the year the promise is about. */
  public static final int WEEKS = 52;

  private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);

  private final TreeMap<Long, Spent> byWeek = new TreeMap<>();

  private Odometer() {}

  private record Spent(Rational rho, Rational rhoYear) {}

  /** What a release would cost, or why it must not be. */
  public sealed interface Charge {
    /**
     * @param week rho of this release
     * @param spent the most that any 52 consecutive weeks with this one have spent, it included
     * @param left the least that any of these 52 weeks may still spend
     */
    record Granted(Rational week, Rational spent, Rational left) implements Charge {}

    /** The release must not be made. */
    record Refused(String why) implements Charge {}
  }

  /** Reads the RELEASE rows of one employer's whole ledger. */
  public static Odometer of(List<LedgerRow> ledger) {
    Odometer odometer = new Odometer();
    for (LedgerRow row : ledger) {
      if (row.type() != LedgerRow.Type.RELEASE) continue;
      PublishedRelease release = PublishedRelease.read(row);
      Spent spent =
          new Spent(rho(release.indicators().size(), release.sigma2()), release.rhoYear());
      if (odometer.byWeek.put(index(release.week()), spent) != null)
        throw new IllegalStateException(
            "The ledger releases week %s twice; nothing may be released on top of that."
                .formatted(release.week()));
    }
    return odometer;
  }

  /**
   * The variance that spends {@code rhoYear} on 52 weeks of {@code m} figures: m · 52 / (2 ·
   * rhoYear).
   */
  public static Rational sigma2(int m, Rational rhoYear) {
    if (rhoYear.signum() <= 0)
      throw new IllegalArgumentException("rho_year is positive, but got %s.".formatted(rhoYear));
    return Rational.of(m * (long) WEEKS).dividedBy(Rational.of(2).times(rhoYear));
  }

  /** What one release of {@code m} figures per person costs: m / (2 · sigma²). */
  public static Rational rho(int m, Rational sigma2) {
    return Rational.of(m).dividedBy(Rational.of(2).times(sigma2));
  }

  /**
   * Asks whether {@code week} may be released with {@code m} indicators and variance {@code
   * sigma2}.
   */
  public Charge charge(IsoWeek week, int m, Rational sigma2, Rational rhoYear) {
    if (m < 1 || sigma2.signum() <= 0 || rhoYear.signum() <= 0)
      return new Charge.Refused(
          "A release has an indicator or more, noise and a budget, but got m = %d, sigma² = %s, rho_year = %s."
              .formatted(m, sigma2, rhoYear));
    long now = index(week);
    if (byWeek.containsKey(now))
      return new Charge.Refused(
          "Week %s is released already; a week is released once.".formatted(week));
    Rational cost = rho(m, sigma2);
    Rational most = cost;
    Rational least = rhoYear.minus(cost);
    Optional<Charge> refused = Optional.empty();
    for (long start = now - WEEKS + 1; start <= now; start++) {
      Rational sum = cost;
      Rational limit = rhoYear;
      for (Spent s : window(start).values()) {
        sum = sum.plus(s.rho);
        if (s.rhoYear.compareTo(limit) < 0) limit = s.rhoYear;
      }
      if (sum.compareTo(limit) > 0)
        refused =
            Optional.of(
                new Charge.Refused(
                    "Week %s with %d indicators at sigma² = %s would bring the 52 weeks from %s to rho %s, but %s was promised."
                        .formatted(week, m, sigma2, A_MONDAY.plusWeeks(start), sum, limit)));
      if (sum.compareTo(most) > 0) most = sum;
      Rational room = limit.minus(sum);
      if (room.compareTo(least) < 0) least = room;
    }
    Rational spent = most;
    Rational left = least;
    return refused.orElseGet(() -> new Charge.Granted(cost, spent, left));
  }

  private Map<Long, Spent> window(long start) {
    return byWeek.subMap(start, start + WEEKS);
  }

  private static long index(IsoWeek week) {
    return ChronoUnit.WEEKS.between(A_MONDAY, week.monday());
  }
}
