package org.feierabend.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision after the other, each variant in a Java of its own. */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DecisionBenchmark {
  @Param({"REMEMBERED"})
  Variant variant;

  @Param({"ARRIVING"})
  Question.Order order;

  private Question[] questions;
  private Variant.Decider decider;
  private int next;

  @Setup(Level.Trial)
  public void prepare() {
    questions = Question.all(order);
    decider = variant.over(Variant.book());
    // what is remembered was asked before; the first time is ColdBenchmark's
    if (variant == Variant.REMEMBERED) for (Question q : questions) decider.decide(q);
  }

  private Question question() {
    return questions[next++ & (questions.length - 1)];
  }

  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  public Object decide() {
    return decider.decide(question());
  }

  /** Every decision timed on its own, for the slowest hundredth. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  @OutputTimeUnit(TimeUnit.NANOSECONDS)
  public Object one() {
    return decider.decide(question());
  }
}
