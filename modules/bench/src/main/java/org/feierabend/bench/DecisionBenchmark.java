package org.feierabend.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.feierabend.decision.Cell;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.rulebook.NaiveDrools;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.timeline.Holidays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A remembered decision, hand-written java.time, and Drools with a reused session. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DecisionBenchmark {
  private static final int QUESTIONS = 1 << 13;

  private Question[] questions;
  private Reachability reachability;
  private Holidays holidays;
  private NaiveDrools naive;
  private int next;

  @Setup(Level.Trial)
  public void prepare() {
    Path home = Path.of(System.getProperty("feierabend.home", ".")).toAbsolutePath();
    RulebookReachabilities book = new RulebookReachabilities(home);
    reachability = book.under("p0");
    holidays = book.holidays();
    naive = book.naive();
    questions = Question.some(QUESTIONS, 1_000);
    for (Question q : questions) sameAnswers(q);
  }

  private void sameAnswers(Question q) {
    Decision remembered = reachability.decide(q.person(), q.contact(), q.at());
    Cell.Shape written = Handwritten.shape(Facts.at(q.person(), q.at(), holidays), q.contact());
    Cell.Shape ruled = naive.decide(Facts.at(q.person(), q.at(), holidays), q.contact()).shape();
    String shape = written.name().replaceFirst("_.*", "");
    if (written != ruled || !shape.equals(remembered.outcome()))
      throw new IllegalStateException(
          "The variants disagree on %s at %s: %s, %s, %s."
              .formatted(q.contact(), q.at(), remembered.outcome(), written, ruled));
  }

  @TearDown(Level.Trial)
  public void close() {
    naive.close();
  }

  private Question question() {
    return questions[next++ & (QUESTIONS - 1)];
  }

  @Benchmark
  public Decision remembered() {
    Question q = question();
    return reachability.decide(q.person(), q.contact(), q.at());
  }

  @Benchmark
  public Cell.Shape handwritten() {
    Question q = question();
    return Handwritten.shape(Facts.at(q.person(), q.at(), holidays), q.contact());
  }

  @Benchmark
  public Cell naiveDrools() {
    Question q = question();
    return naive.decide(Facts.at(q.person(), q.at(), holidays), q.contact());
  }
}
