package org.feierabend.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogWatchTest {
  @TempDir Path folder;

  @Test
  void only_what_was_written_since_the_start_is_told_and_not_over_and_over() throws Exception {
    Path log = folder.resolve("server.log");
    Files.writeString(log, "2026-01-05T07:00:00.000Z SEVERE a: of yesterday, Exception while x\n");
    LogWatch watch = new LogWatch(log, "Server", "Exception while x");
    assertFalse(watch.failed());
    Files.writeString(
        log,
        "2026-01-05T07:00:00.000Z WARNING a: b\n2026-01-05T07:00:00.000Z SEVERE a: c\nINFO\n",
        StandardOpenOption.APPEND);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    Console console = new Console(stream, stream, false);
    watch.report(console);
    watch.report(console);
    assertEquals(
        "Server: 1 warnings and 1 errors in %s.".formatted(log),
        said.toString(StandardCharsets.UTF_8).strip());
    Files.writeString(log, "Exception while x\n", StandardOpenOption.APPEND);
    assertTrue(watch.failed());
  }
}
