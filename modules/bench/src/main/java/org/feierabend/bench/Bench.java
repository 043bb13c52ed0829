package org.feierabend.bench;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@code ./feierabend bench [JMH options]}: runs every variant and prints their ratios. */
public final class Bench {
  private Bench() {}

  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    Options options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .include(DecisionBenchmark.class.getSimpleName())
            .forks(1)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(2))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(2))
            .addProfiler(GCProfiler.class)
            .jvmArgs("-Xmx1g", "-Dfeierabend.home=" + System.getProperty("feierabend.home", "."))
            .build();
    report(new Runner(options).run());
  }

  private static void report(Collection<RunResult> results) {
    Map<String, Double> rate = new TreeMap<>();
    Map<String, Double> bytes = new TreeMap<>();
    for (RunResult r : results) {
      String name = r.getParams().getBenchmark().replaceFirst(".*\\.", "");
      rate.put(name, r.getPrimaryResult().getScore());
      for (String key : r.getSecondaryResults().keySet())
        if (key.endsWith("gc.alloc.rate.norm"))
          bytes.put(name, r.getSecondaryResults().get(key).getScore());
    }
    double naive = rate.getOrDefault("naiveDrools", Double.NaN);
    double written = rate.getOrDefault("handwritten", Double.NaN);
    System.out.printf(
        "%n%-14s %14s %15s %14s %16s%n",
        "variant", "decisions/s", "x naive Drools", "x handwritten", "bytes/decision");
    rate.forEach(
        (name, score) ->
            System.out.printf(
                "%-14s %,14.0f %15.1f %14.2f %16.1f%n",
                name, score, score / naive, score / written, bytes.getOrDefault(name, Double.NaN)));
  }
}
