package org.feierabend.report;

import static org.feierabend.report.ReleaseMakerTest.CITY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.feierabend.contact.EmployerId;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;

class WithdrawalsTest {
  private static final IsoWeek WEEK = IsoWeek.parse("2026-W02");
  private final List<LedgerRow> rows = new ReleaseMakerTest().ledger(IsoWeek.parse("2026-W01"), 3);

  private final Releases releases =
      new Releases() {
        @Override
        public List<LedgerRow> ledger(EmployerId employer) {
          return List.copyOf(rows);
        }

        @Override
        public List<LedgerRow> releases(
            EmployerId employer, Optional<IsoWeek> from, Optional<IsoWeek> to) {
          throw new UnsupportedOperationException();
        }

        @Override
        public LedgerRow append(EmployerId employer, Function<LedgerHead, LedgerRow> next) {
          rows.add(next.apply(rows.get(rows.size() - 1).head()));
          return rows.get(rows.size() - 1);
        }
      };

  private final Withdrawals withdrawals =
      new Withdrawals(
          releases, new ReleaseMaker(LedgerSigner.create(), new Random(3)::nextBytes, "c"));

  @Test
  void a_withdrawn_week_is_shown_no_more_stays_spent_and_is_not_repeated() {
    assertEquals(Optional.empty(), withdrawals.withdraw(CITY, WEEK, "A unit was missing."));
    assertEquals(
        List.of("2026-W01", "2026-W03"),
        Figures.of(rows).releases().stream().map(r -> r.week().toString()).toList());
    assertInstanceOf(
        Odometer.Charge.Refused.class,
        Odometer.of(rows).charge(WEEK, 3, Rational.of(78), Rational.ONE));
    Odometer.Charge next =
        Odometer.of(rows).charge(IsoWeek.parse("2026-W04"), 3, Rational.of(78), Rational.ONE);
    assertEquals(Rational.of(4, 52), ((Odometer.Charge.Granted) next).spent());
  }

  @Test
  void once_only_and_only_what_was_released() {
    withdrawals.withdraw(CITY, WEEK, "A unit was missing.");
    int rowsThen = rows.size();
    assertEquals(
        Optional.of(Withdrawals.Not.AGAIN), withdrawals.withdraw(CITY, WEEK, "Once more."));
    assertEquals(
        Optional.of(Withdrawals.Not.RELEASED),
        withdrawals.withdraw(CITY, IsoWeek.parse("2026-W20"), "Never was."));
    assertThrows(IllegalArgumentException.class, () -> withdrawals.withdraw(CITY, WEEK, " "));
    assertTrue(rows.size() == rowsThen);
  }
}
