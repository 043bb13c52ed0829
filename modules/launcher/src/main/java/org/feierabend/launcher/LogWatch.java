package org.feierabend.launcher;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Reads a growing log for what the console must tell: warnings, errors, and a failed start. */
final class LogWatch {
  private static final Duration QUIET = Duration.ofSeconds(30);
  private static final int MOST_BYTES = 1 << 20;

  private final Path log;
  private final String title;
  private final String failure;
  private boolean failed;
  private long read;
  private int warnings;
  private int errors;
  private Instant next = Instant.EPOCH;

  LogWatch(Path log, String title, String failure) {
    this.log = log;
    this.title = title;
    this.failure = failure;
    this.read = log.toFile().length();
  }

  /** Says at most twice a minute how many lines of the log want to be looked at. */
  void report(Console console) {
    look();
    Instant now = Instant.now();
    if (warnings + errors == 0 || now.isBefore(next)) return;
    console.say(
        "%s: %d warnings and %d errors in %s.".formatted(title, warnings, errors, log),
        "%s: %d Warnungen und %d Fehler in %s.".formatted(title, warnings, errors, log));
    warnings = 0;
    errors = 0;
    next = now.plus(QUIET);
  }

  /** Whether the log said that what lives will never be ready. */
  boolean failed() {
    look();
    return failed;
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
    if (!failure.isEmpty() && line.contains(failure)) failed = true;
    if (line.contains("Z WARNING ")) warnings++;
    if (line.contains("Z SEVERE ")) errors++;
  }
}
