package org.feierabend.report;

import static org.feierabend.report.MeasuredFigures.note;
import static org.feierabend.report.MeasuredFigures.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;

/**
 * The attacks of PRIVACY section 7 that measure something: small here, in full size with {@code
 * -Dfeierabend.all=true}. The attacker knows everybody else; what one person does moves each of the
 * three figures by one, so the sum of a release's noise tells them all there is to know.
 */
class AttacksTest {
  private static final boolean FULL = Boolean.getBoolean("feierabend.all");
  private static final Rational SIGMA2 = Odometer.sigma2(3, Rational.ONE);

  /** 2Φ(√(2·rho)/2) − 1 for one week and for 52; the design rounds them up to these. */
  private static final double WEEK = 0.088;

  private static final double YEAR = 0.53;

  /** Noise of one person's figures over some weeks, as the released sums show it. */
  private record Attacked(Rational sigma2, int sensitivity, int weeks, long seed) {
    double advantage(int tries) {
      DiscreteGaussian noise = new DiscreteGaussian(sigma2, new Random(seed)::nextBytes);
      long shift = 3L * sensitivity * weeks;
      int right = 0;
      for (int i = 0; i < tries; i++) {
        if (2 * (sum(noise) + shift) > shift) right++;
        if (2 * sum(noise) <= shift) right++;
      }
      return (double) right / tries - 1;
    }

    private long sum(DiscreteGaussian noise) {
      long sum = 0;
      for (int i = 0; i < 3 * weeks; i++) sum += noise.draw().longValueExact();
      return sum;
    }
  }

  /** Three standard errors of an advantage measured in {@code tries} pairs. */
  private static double error(int tries) {
    return 3 * Math.sqrt(0.5 / tries);
  }

  @Test
  void who_knows_everybody_else_learns_little_from_a_week() {
    int tries = FULL ? 1_000_000 : 40_000;
    double advantage = new Attacked(SIGMA2, 1, 1, 4).advantage(tries);
    note("4a", "membership, one week", number(advantage), "≤ 0.088", tries + " pairs");
    assertTrue(advantage <= WEEK + (FULL ? 0 : error(tries)), "advantage " + advantage);
    assertTrue(advantage > 0.03, "the attack does not even work: " + advantage);
  }

  @Test
  void nor_more_from_a_year_than_was_promised() {
    int tries = FULL ? 60_000 : 2_000;
    double advantage = new Attacked(SIGMA2, 1, 52, 5).advantage(tries);
    note("4b", "membership, 52 weeks", number(advantage), "≤ 0.53", tries + " pairs");
    assertTrue(advantage <= YEAR + (FULL ? 0 : error(tries)), "advantage " + advantage);
    assertTrue(advantage > 0.4, "the attack does not even work: " + advantage);
  }

  @Test
  void builds_with_half_the_noise_or_twice_the_sensitivity_are_caught() {
    int tries = 20_000;
    Rational quarter = SIGMA2.dividedBy(Rational.of(4));
    double halved = new Attacked(quarter, 1, 1, 6).advantage(tries);
    double doubled = new Attacked(SIGMA2, 2, 1, 7).advantage(tries);
    note("3b", "broken on purpose: sigma/2", number(halved), "must be > 0.088", tries + " pairs");
    note(
        "3c",
        "broken on purpose: sensitivity 2",
        number(doubled),
        "must be > 0.088",
        tries + " pairs");
    assertFalse(halved <= WEEK + error(tries), "half the noise is not seen: " + halved);
    assertFalse(doubled <= WEEK + error(tries), "a double count is not seen: " + doubled);
  }

  /** A leaver is in one release and not in the next; the attacker looks at the difference. */
  @Test
  void a_leaver_or_mover_is_not_told_by_the_difference_of_two_releases() {
    int tries = FULL ? 1_000_000 : 40_000;
    DiscreteGaussian noise = new DiscreteGaussian(SIGMA2, new Random(8)::nextBytes);
    Attacked one = new Attacked(SIGMA2, 1, 1, 0);
    int leaver = 0;
    int mover = 0;
    for (int i = 0; i < tries; i++) {
      long here = one.sum(noise) - one.sum(noise); // first release minus second
      if (2 * (here + 3) > 3) leaver++; // was active, then gone
      if (2 * (one.sum(noise) - one.sum(noise)) <= 3) leaver++;
      long there = one.sum(noise) - one.sum(noise); // in the new block, the other way round
      if (2 * (here + 3 + there + 3) > 6) mover++;
      if (2 * (one.sum(noise) - one.sum(noise) + one.sum(noise) - one.sum(noise)) <= 6) mover++;
    }
    double most = Math.max(leaver, mover) / (double) tries - 1;
    note("5", "differencing, leaver and mover", number(most), "≤ 0.088", tries + " pairs");
    assertTrue(most <= WEEK + (FULL ? 0 : error(tries)), "advantage " + most);
  }

  /** Clopper–Pearson would be narrower still; Hoeffding at 99.9 % is safe for any sample. */
  @Test
  void the_measured_epsilon_is_below_the_claimed_one() {
    int tries = FULL ? 1_000_000 : 60_000;
    double claimed = claimedEpsilon(1e-3);
    double lower = epsilon(SIGMA2, tries, 9);
    note(
        "3a",
        "DP tester, one week, delta 0.001: lower bound of epsilon",
        number(lower),
        "≤ " + number(claimed),
        tries + " pairs");
    assertTrue(lower <= claimed, lower + " > " + claimed);
  }

  /** Largest ln((P − delta) / Q) over all thresholds, P down and Q up by the margin. */
  private static double epsilon(Rational sigma2, int tries, long seed) {
    DiscreteGaussian noise = new DiscreteGaussian(sigma2, new Random(seed)::nextBytes);
    Attacked one = new Attacked(sigma2, 1, 1, 0);
    int reach = 200;
    double[] with = new double[2 * reach + 1];
    double[] without = new double[2 * reach + 1];
    for (int i = 0; i < tries; i++) {
      with[(int) Math.max(0, Math.min(2L * reach, one.sum(noise) + 3 + reach))]++;
      without[(int) Math.max(0, Math.min(2L * reach, one.sum(noise) + reach))]++;
    }
    double margin = Math.sqrt(Math.log(2 * 401 / 1e-3) / (2.0 * tries));
    double p = 0;
    double q = 0;
    double most = 0;
    for (int x = 2 * reach; x >= 0; x--) {
      p += with[x] / tries;
      q += without[x] / tries;
      if (p - margin - 1e-3 > 0)
        most = Math.max(most, Math.log((p - margin - 1e-3) / (q + margin)));
    }
    return most;
  }

  /** rho + 2·√(rho·ln(1/delta)) for the rho of a week (Bun and Steinke 2016). */
  private static double claimedEpsilon(double delta) {
    double rho = 1 / 52.0;
    return rho + 2 * Math.sqrt(rho * Math.log(1 / delta));
  }

  @Test
  void two_hundred_reorganisations_over_eight_quarters_leave_no_small_block() {
    int smallest = Integer.MAX_VALUE;
    Random random = new Random(10);
    for (int town = 0; town < 200; town++) {
      Map<UnitId, Integer> staff = new HashMap<>();
      for (int quarter = 0; quarter < 8; quarter++) {
        List<Unit> units = new ArrayList<>();
        int size = 2 + random.nextInt(25);
        for (int u = 0; u < size; u++) {
          UnitId id = new UnitId("u" + u);
          Optional<UnitId> parent =
              u == 0 ? Optional.empty() : Optional.of(new UnitId("u" + random.nextInt(u)));
          units.add(new Unit(id, new Sentence("Amt " + u, "Office " + u), parent));
          staff.merge(id, random.nextInt(30), (a, b) -> Math.max(0, a + b - 15));
        }
        staff.keySet().removeIf(id -> units.stream().noneMatch(u -> u.id().equals(id)));
        BlockPlan plan = BlockPartition.of("20%02d-Q1".formatted(30 + quarter), units, staff, 20);
        for (BlockPlan.Block block : plan.blocks())
          smallest = Math.min(smallest, block.headcount());
      }
    }
    note("9", "smallest block after reorganisations", "" + smallest, "≥ 20", "200 × 8 quarters");
    assertTrue(smallest >= 20, "a block of " + smallest);
  }

  /** What the works council sees of its canaries in rows as they are written. */
  @Test
  void canaries_show_the_noise_as_it_is() {
    List<Unit> units = new ArrayList<>();
    Map<UnitId, Integer> staff = new HashMap<>();
    units.add(new Unit(Canaries.ROOT, new Sentence("Prüf", "Canaries"), Optional.empty()));
    for (int b = 0; b < 100; b++) {
      UnitId id = new UnitId("c" + b);
      units.add(new Unit(id, new Sentence("P" + b, "C" + b), Optional.of(Canaries.ROOT)));
      staff.put(id, 20);
    }
    ReleaseMaker maker =
        new ReleaseMaker(LedgerSigner.create(), new Random(15)::nextBytes, "c".repeat(64));
    List<LedgerRow> rows = new ArrayList<>();
    double squares = 0;
    int figures = 0;
    IsoWeek week = IsoWeek.parse("2026-W01");
    for (int i = 0; i < 13; i++, week = week.next()) {
      BlockPlan plan = BlockPartition.of(week.quarter(), units, staff, 20);
      Map<Integer, Map<Indicator, Integer>> truth = new HashMap<>();
      for (int b = 0; b < 100; b++)
        for (Indicator j : Indicator.CORE)
          truth.computeIfAbsent(b, x -> new HashMap<>()).put(j, (b + i + j.ordinal()) % 21);
      LedgerHead head = rows.isEmpty() ? LedgerHead.EMPTY : rows.get(rows.size() - 1).head();
      LedgerRow row =
          maker.release(
              ReleaseMakerTest.CITY,
              week,
              ReleaseMakerTest.TERMS,
              plan,
              new Sums(truth),
              head,
              rows);
      rows.add(row);
      PublishedRelease release = PublishedRelease.read(row);
      for (int b = 0; b < 100; b++)
        for (Indicator j : Indicator.CORE) {
          long noise = release.noised().get(b).get(j) - truth.get(b).get(j);
          squares += noise * (double) noise;
          figures++;
        }
    }
    double off = Math.sqrt(squares / figures / 78) - 1;
    note(
        "15",
        "canaries: estimate of sigma ÷ sigma − 1",
        number(off),
        "± 0.04",
        "100 blocks × 13 weeks × 3");
    assertEquals(0, off, 0.04);
  }
}
