package org.feierabend.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.feierabend.book.Proposals.Refused;

/** Unpacks a rule book that comes from outside into a folder of its own, and nothing beside it. */
final class Bundle {
  private static final String TEMPLATES = "config/telework-templates.yaml";
  static final int MOST_FILES = 2_000;
  static final long MOST_BYTES = 16L << 20;

  private Bundle() {}

  /**
   * Afterwards {@code home} is like a checkout: {@code rules/} of the bundle, {@code config/} of
   * ours.
   *
   * @throws Refused when the bundle is none, too big, or reaches outside
   */
  static void unpack(byte[] zip, Path home, Path ours) {
    try {
      Path rules = Files.createDirectories(home.resolve("rules"));
      int files = 0;
      long left = MOST_BYTES;
      try (ZipInputStream in =
          new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          if (entry.isDirectory()) continue;
          Path file = inside(rules, entry.getName());
          byte[] content = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE));
          left -= content.length;
          if (left < 0 || ++files > MOST_FILES)
            throw new Refused(
                "A rule book has at most %d files and %d MiB unpacked; this has more."
                    .formatted(MOST_FILES, MOST_BYTES >> 20));
          Files.createDirectories(file.getParent());
          Files.write(file, content);
        }
      }
      if (!Files.exists(rules.resolve("parameters.yaml")))
        throw new Refused(
            "rules/parameters.yaml is missing: a bundle is a ZIP of a whole folder rules/.");
      for (String kept : List.of("config/policies", "config/scenarios"))
        copy(ours.resolve(kept), home.resolve(kept));
      Files.copy(ours.resolve(TEMPLATES), home.resolve(TEMPLATES));
    } catch (IOException e) {
      throw new UncheckedIOException("The bundle cannot be unpacked into " + home, e);
    } catch (IllegalArgumentException noName) {
      throw new Refused("The ZIP names a file that has no name here: " + noName.getMessage());
    }
  }

  private static Path inside(Path rules, String name) {
    String within = name.startsWith("rules/") ? name.substring("rules/".length()) : name;
    Path file = rules.resolve(within).normalize();
    if (within.contains("\\") || !file.startsWith(rules) || file.equals(rules))
      throw new Refused("%s: a file of a bundle lies in rules/ and nowhere else.".formatted(name));
    return file;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path f : files.filter(Files::isRegularFile).toList())
        Files.copy(f, to.resolve(f.getFileName().toString()));
    }
  }

  static void delete(Path folder) {
    if (!Files.exists(folder)) return;
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path p : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(p);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + folder, e);
    }
  }
}
