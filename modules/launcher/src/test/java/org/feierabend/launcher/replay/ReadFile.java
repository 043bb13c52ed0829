package org.feierabend.launcher.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads lines as a replay would and gives back what it would send. */
final class ReadFile {
  static final PersonIds IDS = number -> "p" + number;

  final ReplayFile file;
  final List<ReplayEvent> events = new ArrayList<>();

  private ReadFile(ReplayFile file) {
    this.file = file;
    if (file.size() > 0) file.forEach(events::add);
  }

  static ReadFile of(Path folder, ReplayFormat format, String start, String... lines)
      throws IOException {
    Path path = folder.resolve("input");
    Files.writeString(path, String.join("\n", lines), StandardCharsets.UTF_8);
    FileStart from = new FileStart(LocalDate.parse(start), ZoneId.of("Europe/Berlin"));
    return new ReadFile(ReplayFile.read(path, format, from, IDS, (bytes, read) -> {}));
  }

  /** {@code instant data} of each event, in order. */
  List<String> sent() {
    return events.stream()
        .map(e -> e.at() + " " + new String(e.data(), StandardCharsets.UTF_8))
        .toList();
  }
}
