package org.feierabend.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.feierabend.decision.DecisionTable;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.Surroundings;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.Stretch;
import org.feierabend.timeline.StretchKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A Java that just started compiles and proves every cell that a year of the people can need. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
public class TableBenchmark {
  private final Set<StretchKind> kinds = new HashSet<>();
  private RulebookReachabilities book;

  @Setup(Level.Trial)
  public void collect() {
    book = Variant.book();
    Reachability reachability = book.under("p0");
    Instant from = Instant.parse("2026-01-05T00:00:00Z");
    for (PersonFacts p : Question.people(new Random(20260105)))
      for (Stretch s : reachability.stretches(p, from, from.plus(Duration.ofDays(365))))
        kinds.add(s.kind());
  }

  @Benchmark
  public int compile() {
    DecisionTable table = book.emptyTable("p0");
    int doubtful = 0;
    for (boolean onCall : new boolean[] {false, true})
      for (boolean slot : new boolean[] {false, true})
        doubtful += table.compile(kinds, new Surroundings(onCall, slot, false));
    if (doubtful > 0) throw new IllegalStateException(doubtful + " cells could not be proven.");
    return table.size();
  }
}
