package org.feierabend.acceptance;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/** Mail traffic for tests: the real file where there is one, else made here from a fixed seed. */
final class MailFile {
  private static final int PEOPLE = 816;
  private static final int DAY = 86_400;

  private MailFile() {}

  /** What FEIERABEND_REAL_MAIL names. */
  static Optional<Path> real() {
    return Optional.ofNullable(System.getenv("FEIERABEND_REAL_MAIL"))
        .filter(name -> !name.isBlank())
        .map(Path::of)
        .filter(Files::isReadable);
  }

  static Path realOrMade() throws IOException {
    return real().isPresent() ? real().get() : made("made", 60_000, 150);
  }

  /** Office-like traffic over some days, sorted, the same at every call. */
  static Path made(String name, int lines, int days) throws IOException {
    Path file = Path.of("target", "mail-%s-%d.txt".formatted(name, lines)).toAbsolutePath();
    SplittableRandom random = new SplittableRandom(lines + 31L * days);
    long[] seconds = new long[lines];
    for (int i = 0; i < lines; i++) {
      long second;
      do second = random.nextInt(days) * (long) DAY + second(random);
      while (second / DAY % 7 >= 5 && random.nextInt(20) > 0);
      seconds[i] = second;
    }
    Arrays.sort(seconds);
    Files.createDirectories(file.getParent());
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (long second : seconds) {
        int sender = random.nextInt(PEOPLE);
        int recipient = random.nextInt(random.nextInt(1, PEOPLE + 1)); // some get much more
        out.write(sender + " " + recipient + " " + second + "\n");
      }
    }
    return file;
  }

  /** Mostly between six and eight in the evening, sometimes at any time. */
  private static int second(SplittableRandom random) {
    return random.nextInt(6) == 0
        ? random.nextInt(DAY)
        : 6 * 3_600 + random.nextInt(7 * 3_600) + random.nextInt(7 * 3_600);
  }
}
