package org.feierabend.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
  private static final ProcessHandle ME = ProcessHandle.current();
  @TempDir Path folder;

  @Test
  void a_process_is_found_again() throws Exception {
    Path file = folder.resolve("me.pid");
    new PidFile(file).write(ME);
    assertEquals(Optional.of(ME), new PidFile(file).alive());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void a_pid_that_now_belongs_to_somebody_else_is_not_taken_for_ours() throws Exception {
    Path file = folder.resolve("me.pid");
    long started = ME.info().startInstant().orElseThrow().minusSeconds(60).toEpochMilli();
    Files.writeString(file, ME.pid() + " " + started + "\n");
    assertEquals(Optional.empty(), new PidFile(file).alive());
  }

  @Test
  void no_file_and_a_cut_file_mean_no_process() throws Exception {
    Path file = folder.resolve("none.pid");
    assertEquals(Optional.empty(), new PidFile(file).alive());
    Files.writeString(file, "");
    assertEquals(Optional.empty(), new PidFile(file).alive());
  }
}
