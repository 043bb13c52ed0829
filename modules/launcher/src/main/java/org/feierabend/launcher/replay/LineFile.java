package org.feierabend.launcher.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file, line by line, each with its number and place; a strange byte never ends it. */
final class LineFile {
  /** Longer lines than this many bytes are skipped: no event of this house is larger. */
  static final int LONGEST = 1 << 20;

  private static final int BUFFER = 1 << 18;

  /** Gets every line that is not blank; a {@link BadLine} thrown here skips the line. */
  interface Reader {
    void line(Line line);
  }

  /**
   * A line without its end.
   *
   * @param number counted from 1
   * @param place where its first byte stands in the file
   * @param bytes how many bytes it has
   */
  record Line(String text, int number, long place, int bytes) {}

  /** Told now and then how far the reading got, in bytes. */
  interface Watcher {
    void read(long bytes, int lines);
  }

  private LineFile() {}

  /** Reads all lines and returns how many there were, blank ones included. */
  static int read(Path file, Skipped skipped, Watcher watcher, Reader reader) throws IOException {
    byte[] line = new byte[1024];
    byte[] chunk = new byte[BUFFER];
    int length = 0;
    int number = 0;
    long start = 0;
    long position = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
        for (int i = 0; i < got; i++) {
          position++;
          if (chunk[i] != '\n') {
            if (length == line.length && length <= LONGEST)
              line = java.util.Arrays.copyOf(line, 2 * length);
            if (length < line.length) line[length++] = chunk[i];
            continue;
          }
          take(line, length, ++number, start, skipped, reader);
          length = 0;
          start = position;
        }
        watcher.read(position, number);
      }
      if (length > 0) take(line, length, ++number, start, skipped, reader);
    }
    watcher.read(position, number);
    return number;
  }

  private static void take(
      byte[] line, int length, int number, long offset, Skipped skipped, Reader reader) {
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    if (length > LONGEST) {
      skipped.add(number, "it is longer than 1 MiB", "sie ist länger als 1 MiB");
      return;
    }
    String text = new String(line, 0, end, StandardCharsets.UTF_8);
    if (number == 1 && text.startsWith("\uFEFF")) text = text.substring(1);
    if (text.isBlank()) return;
    try {
      reader.line(new Line(text, number, offset, end));
    } catch (BadLine e) {
      skipped.add(number, e.getMessage(), e.german());
    }
  }
}
