package org.feierabend.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Signals and short helper processes. */
final class Processes {
  private static final int LAST_LINES = 12;

  private Processes() {}

  /** Asks a process to end, and ends it after the patience is over. */
  static void end(ProcessHandle process, String signal, Duration patience) {
    if (!process.isAlive()) return;
    signal(process, signal);
    if (ended(process, patience)) return;
    process.destroyForcibly();
    ended(process, Duration.ofSeconds(5));
  }

  private static void signal(ProcessHandle process, String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor(5, TimeUnit.SECONDS);
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean ended(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException stillThere) {
      return !process.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }

  /** Runs a helper to its end; what it prints goes to the log. Ends with a message if it fails. */
  static void run(List<String> command, String input, Path log, String purpose) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      try (var in = process.outputWriter()) {
        in.write(input);
      }
      int status = process.waitFor();
      if (status != 0)
        throw Trouble.of(
            "%s failed with status %d. The end of %s:%n%s"
                .formatted(purpose, status, log, lastLines(log)),
            "%s ist mit Status %d gescheitert. Das Ende von %s:%n%s"
                .formatted(purpose, status, log, lastLines(log)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + command.get(0), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Trouble.of(purpose + " was interrupted.", purpose + " wurde unterbrochen.", e);
    }
  }

  /** Waits for every process that works in this directory to end, and ends those that do not. */
  static void endAllIn(Path folder, Duration patience) {
    for (ProcessHandle process :
        ProcessHandle.allProcesses().filter(p -> worksIn(p, folder)).toList())
      if (!ended(process, patience)) end(process, "KILL", patience);
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      Path cwd = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.readSymbolicLink(cwd).equals(folder.toRealPath());
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static String lastLines(Path log) {
    try {
      List<String> lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
      return String.join(
          System.lineSeparator(),
          lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException e) {
      return "(" + e + ")";
    }
  }
}
