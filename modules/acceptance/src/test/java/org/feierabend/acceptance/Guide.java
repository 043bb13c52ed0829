package org.feierabend.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A guide for administrators, and what a terminal showed of somebody who followed it. */
record Guide(List<String> lines) {
  private static final Path GUIDES =
      Path.of(System.getProperty("feierabend.home"), "docs/guide").toAbsolutePath();

  static Guide of(String file) {
    try {
      return new Guide(Files.readAllLines(GUIDES.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  static Path path(String file) {
    return GUIDES.resolve(file);
  }

  /** What is to be typed: the lines of its indented blocks. */
  List<String> typed() {
    return lines.stream().filter(l -> l.startsWith("    ")).map(l -> l.substring(4)).toList();
  }

  /** Of a recording: what was typed, prompts taken off. */
  List<String> recorded() {
    List<String> typed = new ArrayList<>();
    for (String line : lines)
      if (line.matches("root@[a-z]+# .*")) typed.add(line.substring(line.indexOf("# ") + 2));
      else if (line.startsWith("> ")) typed.add(line.substring(2));
    return typed;
  }

  /** Names of settings it enters. */
  List<String> settings() {
    return typed().stream()
        .filter(l -> l.startsWith("feierabend."))
        .map(l -> l.substring(0, l.indexOf('=')))
        .toList();
  }

  /**
   * Follows one on a machine of its own, under script(1).
   *
   * @param machine what it is followed on
   * @param rests seconds after which somebody's window opens, which is waited for; 0: it is not
   * @return what the terminal showed
   */
  static Guide followed(String file, String machine, int rests) throws IOException {
    Path work = Files.createTempDirectory("guide");
    Path here = Path.of("src/test/sh/follow-guide.sh").toAbsolutePath();
    Path home = Path.of(System.getProperty("feierabend.home")).toRealPath();
    Path shown = Path.of("target", "guides", machine + ".txt").toAbsolutePath();
    Files.createDirectories(shown.getParent());
    String command =
        "bash %s %s %s machine-%s.sh %s".formatted(here, home, path(file), machine, work);
    ProcessBuilder script =
        new ProcessBuilder("script", "-q", "-e", "-c", command, shown.toString());
    if (rests > 0) script.environment().put("RESTS", Integer.toString(rests));
    Shell.Ended ended = Shell.run(script);
    if (ended.status() != 0) throw new AssertionError(ended.output() + work);
    Shell.delete(work);
    return new Guide(Arrays.asList(ended.output().replace("\r", "").split("\n")));
  }

  String text() {
    return String.join("\n", lines);
  }
}
