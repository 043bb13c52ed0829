package org.feierabend.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Span;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The first decision for a person nobody asked for before: the timeline is cut for it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ColdBenchmark {
  private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

  private Question[] questions;
  private Reachability reachability;
  private int next;

  @Setup(Level.Trial)
  public void prepare() {
    questions = Question.all(Question.Order.ARRIVING);
    reachability = Variant.book().under("p0");
    for (Question q : questions) reachability.decide(q.person(), q.contact(), q.at());
  }

  @Benchmark
  public Decision cold() {
    Question q = questions[next & (questions.length - 1)];
    return reachability.decide(stranger(q.person(), next++), q.contact(), q.at());
  }

  /** The same person, but for an hour off long ago that nobody else had. */
  private static PersonFacts stranger(PersonFacts person, int number) {
    Instant then = LONG_AGO.plusSeconds(number);
    List<Absence> absences = new ArrayList<>(person.absences());
    absences.add(new Absence(new Span(then, then.plusSeconds(3_600)), Optional.empty()));
    return person.withAbsences(absences);
  }
}
