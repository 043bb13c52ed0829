package org.feierabend.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Counts warnings and errors in a growing log, so that the console can say that there are some. */
final class LogWatch {
  private static final Duration QUIET = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 1 << 20;

  private final Path log;
  private long read;
  private int warnings;
  private int errors;
  private Instant next = Instant.EPOCH;

  LogWatch(Path log) {
    this.log = log;
    this.read = log.toFile().length();
  }

  /** Says at most twice a minute how many lines of the log want to be looked at. */
  void report(Console console) {
    look();
    Instant now = Instant.now();
    if (warnings + errors == 0 || now.isBefore(next)) return;
    console.say(
        "Server log: %d warnings, %d errors; see %s.".formatted(warnings, errors, log),
        "Server-Protokoll: %d Warnungen, %d Fehler; siehe %s.".formatted(warnings, errors, log));
    warnings = 0;
    errors = 0;
    next = now.plus(QUIET);
  }

  private void look() {
    long length = log.toFile().length();
    if (length < read) read = 0;
    if (length == read || !Files.isReadable(log)) return;
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(Math.max(read, length - MOST_BYTES));
      byte[] bytes = new byte[(int) (length - file.getFilePointer())];
      file.readFully(bytes);
      read = length;
      for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\n")) count(line);
    } catch (IOException e) {
      read = length;
    }
  }

  private void count(String line) {
    if (line.contains("Z WARNING ")) warnings++;
    if (line.contains("Z SEVERE ")) errors++;
  }
}
