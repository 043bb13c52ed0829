package org.feierabend.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.feierabend.launcher.Trouble;

/** A file somebody names on the command line. */
final class Input {
  private Input() {}

  static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw Trouble.of(
          "There is no file %s.".formatted(file),
          "Eine Datei %s gibt es nicht.".formatted(file),
          e);
    }
  }
}
