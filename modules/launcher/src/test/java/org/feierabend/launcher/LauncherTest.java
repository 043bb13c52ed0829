package org.feierabend.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, with all three servers. */
class LauncherTest {
  private static final Duration PATIENCE = Duration.ofSeconds(240);
  @TempDir Path folder;
  private Sandbox sandbox;
  private Path console;
  private Process launcher;

  @BeforeEach
  void a_home_of_its_own() throws IOException {
    sandbox = new Sandbox(folder);
    console = folder.resolve("console.txt");
  }

  @AfterEach
  void nothing_stays() {
    if (launcher != null) Processes.end(launcher.toHandle(), "TERM", PATIENCE);
    for (String part : new String[] {"server", "kafka", "postgres"})
      Child.pidFile(sandbox.home, part).alive().ifPresent(ProcessHandle::destroyForcibly);
  }

  private void launch() throws IOException {
    Files.writeString(console, "");
    ProcessBuilder builder =
        new ProcessBuilder(
                "env",
                "--default-signal=INT", // whoever runs the tests in the background ignores Ctrl-C
                Java.program(),
                "-Xmx96m",
                "-Dfeierabend.home=" + sandbox.home.root(),
                "-cp",
                System.getProperty("java.class.path").replace(File.pathSeparator, ":"),
                Main.class.getName(),
                "run",
                "--port",
                Integer.toString(sandbox.ports.http()))
            .redirectErrorStream(true)
            .redirectOutput(console.toFile());
    builder.environment().remove("FEIERABEND_VAR");
    builder.environment().put("LC_ALL", "C.UTF-8");
    launcher = builder.start();
  }

  private String console() {
    try {
      return Files.readString(console);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void until(BooleanSupplier reached, String what) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!reached.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, () -> "Never: " + what + "\n" + console());
      Thread.sleep(100);
    }
  }

  private Map<String, Long> pids() {
    return InstanceFile.read(InstanceFile.path(sandbox.home)).orElseThrow().pids();
  }

  private static boolean alive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  @Test
  void it_outlives_kills_of_its_parts_and_of_itself_and_ends_without_a_trace() throws Exception {
    launch();
    until(() -> console().contains("is ready: http"), "ready");
    Map<String, Long> first = pids();
    assertEquals(3, first.size());

    Trouble twice =
        assertThrows(
            Trouble.class,
            () ->
                Instance.start(
                    sandbox.home,
                    StartOptions.of(StartOptions.Mode.RUN, OptionalInt.of(sandbox.ports.http())),
                    sandbox.console));
    assertEquals(
        "Feierabend already runs on %s: http://127.0.0.1:%d (pid %d)"
            .formatted(sandbox.home.var(), sandbox.ports.http(), launcher.pid()),
        twice.getMessage());
    try (Instance found = Instance.findRunning(sandbox.home).orElseThrow()) {
      assertFalse(found.own());
      assertEquals("SASL_PLAINTEXT", found.kafkaClient().get("security.protocol"));
    }

    for (long pid : first.values()) ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    until(
        () -> pids().values().stream().noneMatch(first::containsValue) && pids().size() == 3,
        "parts started again");
    assertTrue(console().contains("starting it again, 1 of at most 30 times."), console());

    Map<String, Long> orphans = pids();
    launcher.destroyForcibly().waitFor();
    assertTrue(orphans.values().stream().allMatch(LauncherTest::alive));
    assertTrue(Instance.findRunning(sandbox.home).isEmpty());

    launch();
    until(() -> console().contains("is ready: http"), "ready again");
    assertTrue(orphans.values().stream().noneMatch(LauncherTest::alive));
    assertNotEquals(orphans, pids());

    Map<String, Long> last = pids();
    Processes.end(launcher.toHandle(), "INT", PATIENCE);
    assertTrue(last.values().stream().noneMatch(LauncherTest::alive), console());
    assertFalse(Files.exists(InstanceFile.path(sandbox.home)));
    assertFalse(PortCheck.answers(sandbox.ports.http()));
  }
}
