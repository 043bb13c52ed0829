package org.feierabend.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Commands as a person types them. */
public final class Shell {
  private Shell() {}

  /** How a command ended and what it said, both streams together. */
  public record Ended(int status, String output) {
    public Ended requireSuccess() {
      if (status != 0) throw new AssertionError("Status %d:%n%s".formatted(status, output));
      return this;
    }
  }

  static ProcessBuilder launcher(Path home, Path var, String... words) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("feierabend").toString());
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().put("FEIERABEND_VAR", var.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  static Ended run(ProcessBuilder builder) {
    builder.environment().putIfAbsent("LC_ALL", "C.UTF-8"); // the tests read English
    try {
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + builder.command(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for " + builder.command(), e);
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }
}
