package org.feierabend.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process across a kill of the launcher. A pid alone may belong to somebody else by
 * then, so its start time stands beside it.
 */
final class PidFile {
  /** /proc counts whole clock ticks from a boot time in whole seconds. */
  private static final Duration CLOCK_DOUBT = Duration.ofSeconds(2);

  private final Path file;

  PidFile(Path file) {
    this.file = file;
  }

  void write(ProcessHandle process) {
    long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    Secrets.write(file, process.pid() + " " + started + "\n");
  }

  /** The process that was written here, if it still is the same one. */
  Optional<ProcessHandle> alive() {
    try {
      if (!Files.exists(file)) return Optional.empty();
      String[] words = Files.readString(file).strip().split(" ");
      if (words.length != 2) return Optional.empty();
      Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(ProcessHandle::isAlive)
          .filter(process -> same(started, process.info().startInstant()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + file, e);
    }
  }

  private static boolean same(Instant started, Optional<Instant> now) {
    return now.map(n -> Duration.between(started, n).abs().compareTo(CLOCK_DOUBT) <= 0)
        .orElse(false);
  }
}
