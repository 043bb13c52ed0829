package org.feierabend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.rulebook.YamlPolicies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A fresh Java's first rule base: from the classes of the build, and from DRL somebody edited. The
 * policies, which have nothing to do with Drools, were read before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class StartBenchmark {
  private Path home;
  private Path edited;
  private YamlPolicies policies;

  @Setup
  public void edit() throws IOException {
    home = Path.of(System.getProperty("feierabend.home", ".")).toAbsolutePath();
    policies = new YamlPolicies(home);
    edited = Files.createTempDirectory("feierabend-edited");
    edited.toFile().deleteOnExit();
    Files.createDirectories(edited.resolve("config")).toFile().deleteOnExit();
    for (String folder : List.of("rules", "config/policies")) copy(folder);
    Path rule = edited.resolve("rules/reachability/day-off.drl");
    Files.writeString(rule, Files.readString(rule).replace("\")\nwhen", " \")\nwhen"));
  }

  private void copy(String folder) throws IOException {
    try (Stream<Path> all = Files.walk(home.resolve(folder))) {
      for (Path p : all.toList()) {
        Path target = edited.resolve(home.relativize(p));
        if (Files.isDirectory(p)) Files.createDirectories(target);
        else Files.copy(p, target);
        target.toFile().deleteOnExit();
      }
    }
  }

  @Benchmark
  public Object startFromClasses() {
    return new RulebookReachabilities(home, policies);
  }

  @Benchmark
  public Object startFromDrl() {
    return new RulebookReachabilities(edited, policies);
  }
}
