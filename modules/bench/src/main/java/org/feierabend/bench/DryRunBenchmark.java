package org.feierabend.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.feierabend.policy.DryRun;
import org.feierabend.policy.DryRunResult;
import org.feierabend.policy.GeneratedTraffic;
import org.feierabend.policy.Traffic;
import org.feierabend.rulebook.RulebookReachabilities;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A year of 1,000 people's messages put to another policy, in a Java that just started. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
public class DryRunBenchmark {
  private static final int EACH = 30_000;

  private RulebookReachabilities book;
  private Traffic traffic;

  @Setup(Level.Trial)
  public void generate() {
    book = Variant.book();
    traffic =
        new GeneratedTraffic(
            Question.people(new Random(20260105)),
            ZoneId.of("Europe/Berlin"),
            LocalDate.of(2026, 1, 5),
            364,
            EACH,
            1);
  }

  @Benchmark
  public DryRunResult dryRun() {
    DryRunResult result = DryRun.of(traffic, List.of(book.under("city"))).get(0);
    if (result.contacts() < 0.99 * EACH * Question.PEOPLE)
      throw new IllegalStateException("Too few messages were generated: " + result);
    return result;
  }
}
