package org.feierabend.bench;

import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs JMH, each measurement in a Java of its own. */
final class Jmh {
  /**
   * @param p99 where the slowest hundredth of each iteration began
   * @param bytes allocated by each operation
   */
  record Measured(Score score, Score p99, double bytes) {}

  private final boolean quick;

  Jmh(boolean quick) {
    this.quick = quick;
  }

  Measured decide(Variant variant, Question.Order order) throws RunnerException {
    return run("DecisionBenchmark.decide$", Map.of("variant", "" + variant, "order", "" + order));
  }

  Measured one(Variant variant) throws RunnerException {
    return run("DecisionBenchmark.one$", Map.of("variant", "" + variant));
  }

  Measured cold() throws RunnerException {
    return run("ColdBenchmark.cold$", Map.of());
  }

  private Measured run(String benchmark, Map<String, String> parameters) throws RunnerException {
    ChainedOptionsBuilder options =
        options(benchmark)
            .forks(quick ? 1 : 2)
            .warmupIterations(quick ? 1 : 3)
            .warmupTime(TimeValue.seconds(quick ? 1 : 2))
            .measurementIterations(quick ? 2 : 5)
            .measurementTime(TimeValue.seconds(quick ? 1 : 2))
            .addProfiler(GCProfiler.class);
    parameters.forEach(options::param);
    return measured(options);
  }

  /** Once in each of several new Javas. */
  Measured once(String benchmark) throws RunnerException {
    return measured(
        options(benchmark).forks(quick ? 2 : 5).warmupIterations(0).measurementIterations(1));
  }

  private static ChainedOptionsBuilder options(String benchmark) {
    return new OptionsBuilder()
        .include(benchmark)
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true)
        .jvmArgs("-Xmx2g", "-Dfeierabend.home=" + Variant.home());
  }

  private static Measured measured(ChainedOptionsBuilder options) throws RunnerException {
    RunResult result = new Runner(options.build()).runSingle();
    Map<String, Double> beside = new HashMap<>();
    result.getSecondaryResults().forEach((name, r) -> beside.put(plain(name), r.getScore()));
    Statistics s = result.getPrimaryResult().getStatistics();
    return new Measured(
        score(s),
        Score.of(
            result.getBenchmarkResults().stream()
                .flatMap(b -> b.getIterationResults().stream())
                .mapToDouble(i -> i.getPrimaryResult().getStatistics().getPercentile(99))
                .toArray()),
        beside.getOrDefault("gc.alloc.rate.norm", Double.NaN));
  }

  private static Score score(Statistics s) {
    return new Score(
        s.getMin(), Math.min(s.getMax(), Math.max(s.getMin(), s.getMean())), s.getMax());
  }

  /** JMH puts a dot in the middle before what a profiler found. */
  private static String plain(String name) {
    return name.replaceFirst("^[^a-z]*", "");
  }
}
