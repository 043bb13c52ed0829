package org.feierabend.verifier;

import java.util.List;
import java.util.TreeMap;

/** Noise and privacy budget: sigma² ↔ rho, and any 52 consecutive weeks within rho_year. */
final class BudgetCheck implements Check<Row> {
  private static final int YEAR = 52;
  private static final Fraction SMALLEST_SIGMA2 = Fraction.of(4, 1);

  private record Spent(Fraction rho, Fraction year) {}

  private final TreeMap<Long, Spent> byWeek = new TreeMap<>();

  @Override
  public Said name() {
    return new Said("Budget", "budget");
  }

  @Override
  public Said run(List<? extends Row> ledger) throws Wrong {
    byWeek.clear();
    Row last = null;
    for (Row row : ledger) {
      if (row.release() == null) continue;
      try {
        charge(row);
      } catch (Wrong e) {
        throw new Wrong("Eintrag %d (%s): %s", "row %d (%s): %s", row.seq(), row.week(), e.said());
      }
      last = row;
    }
    return last == null
        ? Said.of("noch nichts verbraucht", "nothing spent yet")
        : Said.of(
            "Rho-Konto: %s verbraucht bis Woche %s in den vollsten 52 Wochen mit ihr, %s übrig von %s, sigma² %s",
            "rho account: %s spent by week %s in the busiest 52 weeks with it, %s left of %s, sigma² %s",
            last.release().rho().spent(),
            last.week(),
            last.release().rho().left(),
            last.release().rho().year(),
            last.release().sigma2());
  }

  private void charge(Row row) throws Wrong {
    Row.Release release = row.release();
    Row.Rho rho = release.rho();
    if (SMALLEST_SIGMA2.exceeds(release.sigma2()))
      throw new Wrong("sigma² %s ist kleiner als 4", "sigma² %s is below 4", release.sigma2());
    if (rho.year().above().signum() <= 0)
      throw new Wrong(
          "rho_year %s ist nicht größer als null", "rho_year %s is not positive", rho.year());
    Fraction cost = release.sigma2().rho(release.indicators().size());
    if (!cost.equals(rho.week()))
      throw new Wrong(
          "%d Zahlen mit sigma² %s kosten rho %s, nicht %s",
          "%d figures at sigma² %s cost rho %s, not %s",
          release.indicators().size(),
          release.sigma2(),
          cost,
          rho.week());
    long week = row.weekNumber();
    if (byWeek.put(week, new Spent(cost, rho.year())) != null)
      throw new Wrong("die Woche ist zweimal veröffentlicht", "the week is released twice");
    Fraction spent = Fraction.ZERO;
    Fraction left = rho.year();
    for (long start = week - YEAR + 1; start <= week; start++) {
      Fraction sum = Fraction.ZERO;
      Fraction promised = rho.year();
      for (Spent s : byWeek.subMap(start, start + YEAR).values()) {
        sum = sum.plus(s.rho());
        if (promised.exceeds(s.year())) promised = s.year();
      }
      if (sum.exceeds(promised))
        throw new Wrong(
            "52 Wochen in Folge kosten rho %s, zugesagt war %s",
            "52 consecutive weeks cost rho %s, promised was %s", sum, promised);
      if (sum.exceeds(spent)) spent = sum;
      if (left.exceeds(promised.minus(sum))) left = promised.minus(sum);
    }
    if (!spent.equals(rho.spent()) || !left.equals(rho.left()))
      throw new Wrong(
          "verbraucht sind %s und übrig %s, der Eintrag sagt %s und %s",
          "the account is %s spent and %s left, the row says %s and %s",
          spent,
          left,
          rho.spent(),
          rho.left());
  }
}
