package org.feierabend.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * {@code ./feierabend bench [--quick] [JMH options]}: runs every variant and prints their ratios;
 * only those hold, for all were measured in one run.
 */
public final class Bench {
  private record Score(double least, double mean, double most, double bytes) {}

  private Bench() {}

  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    List<String> words = new ArrayList<>(List.of(args));
    boolean quick = words.remove("--quick");
    String home = "-Dfeierabend.home=" + System.getProperty("feierabend.home", ".");
    ChainedOptionsBuilder decisions =
        new OptionsBuilder()
            .parent(new CommandLineOptions(words.toArray(String[]::new)))
            .include(DecisionBenchmark.class.getSimpleName())
            .forks(1)
            .warmupIterations(quick ? 2 : 3)
            .warmupTime(TimeValue.seconds(quick ? 1 : 2))
            .measurementIterations(quick ? 3 : 5)
            .measurementTime(TimeValue.seconds(quick ? 1 : 2))
            .addProfiler(GCProfiler.class)
            .jvmArgs("-Xmx1g", home);
    Map<String, Score> scores = scores(new Runner(decisions.build()).run());
    ChainedOptionsBuilder starts =
        new OptionsBuilder().include(StartBenchmark.class.getSimpleName()).jvmArgs("-Xmx1g", home);
    if (quick) starts.forks(1);
    scores.putAll(scores(new Runner(starts.build()).run()));
    print(scores);
  }

  private static Map<String, Score> scores(Collection<RunResult> results) {
    Map<String, Score> scores = new TreeMap<>();
    for (RunResult r : results) {
      double bytes = Double.NaN;
      for (String key : r.getSecondaryResults().keySet())
        if (key.endsWith("gc.alloc.rate.norm")) bytes = r.getSecondaryResults().get(key).getScore();
      var all = r.getPrimaryResult().getStatistics();
      scores.put(
          r.getParams().getBenchmark().replaceFirst(".*\\.", ""),
          new Score(all.getMin(), all.getMean(), all.getMax(), bytes));
    }
    return scores;
  }

  private static void print(Map<String, Score> scores) {
    System.out.printf("%n%-20s %14s %14s %14s %10s%n", "variant", "least", "mean", "most", "bytes");
    scores.forEach(
        (name, s) ->
            System.out.printf(
                "%-20s %,14.0f %,14.0f %,14.0f %10.1f%n",
                name, s.least(), s.mean(), s.most(), s.bytes()));
    System.out.printf("(decisions a second; starts in milliseconds)%n%n");
    System.out.printf("%-44s %8s %8s %8s   %s%n", "ratio", "least", "mean", "most", "target");
    ratio(scores, "remembered", "naiveDrools", ">= 30");
    ratio(scores, "remembered", "handwritten", ">= 6");
    ratio(scores, "startFromClasses", "startFromDrl", "<= 0.25");
    System.out.printf("%-44s %26.1f   %s%n", "bytes of a remembered decision", bytes(scores), "0");
  }

  private static double bytes(Map<String, Score> scores) {
    Score s = scores.get("remembered");
    return s == null ? Double.NaN : s.bytes();
  }

  private static void ratio(Map<String, Score> scores, String one, String other, String target) {
    Score a = scores.get(one);
    Score b = scores.get(other);
    if (a == null || b == null) return;
    System.out.printf(
        "%-44s %8.2f %8.2f %8.2f   %s%n",
        one + " / " + other,
        a.least() / b.most(),
        a.mean() / b.mean(),
        a.most() / b.least(),
        target);
  }
}
