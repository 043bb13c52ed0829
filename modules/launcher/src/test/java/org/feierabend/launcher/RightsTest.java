package org.feierabend.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What root does where user namespaces are forbidden; another user has no such rights. */
class RightsTest {
  @TempDir Path folder;

  private boolean root() throws Exception {
    return Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"));
  }

  @Test
  void postgresql_runs_as_nobody_for_a_root_without_user_namespaces() throws Exception {
    if (!root()) {
      assertThrows(Trouble.class, Rights::nobody);
      return;
    }
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Sandbox sandbox = new Sandbox(folder);
    Postgres postgres = new Postgres(sandbox.home, sandbox.ports.postgres(), Rights.nobody());
    try (Supervisor supervisor = new Supervisor(sandbox.home, sandbox.console, () -> {})) {
      supervisor.start(postgres);
      supervisor.await("postgres");
      Path data = sandbox.home.var().resolve("postgres");
      assertEquals(Rights.NOBODY, Files.getAttribute(data.resolve("PG_VERSION"), "unix:uid"));
      assertEquals(
          "rwx------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(sandbox.home.var().resolve("secrets"))));
    }
  }

  @Test
  void a_directory_that_nobody_may_enter_is_named() throws Exception {
    if (!root()) return;
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Sandbox sandbox = new Sandbox(folder);
    Postgres postgres = new Postgres(sandbox.home, sandbox.ports.postgres(), Rights.nobody());
    Trouble trouble = assertThrows(Trouble.class, postgres::prepare);
    assertTrue(trouble.getMessage().contains("cannot pass through "), trouble::getMessage);
  }
}
