package org.feierabend.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A whole Feierabend, started with {@code ./feierabend run} on free ports and a state directory of
 * its own. Most tests share one; it ends with the test run.
 */
public final class RunningInstance implements AutoCloseable {
  /**
   * Test classes that load, kill and restart servers take turns, beside those that look at {@link
   * Demo}'s pages.
   */
  static final String SHARED = "the shared instance";

  private static final Path HOME = Path.of(System.getProperty("feierabend.home")).toAbsolutePath();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration START = Duration.ofMinutes(3);
  private static final int PORTS = 4;
  private static final Logger KAFKA =
      Logger.getLogger("org.apache.kafka"); // kept: loggers are weak
  private static RunningInstance shared;
  private static UnnoisedSums sums;
  private static int given;

  static {
    KAFKA.setLevel(Level.WARNING);
  }

  private final Path var;
  private final Process launcher;
  private final Map<String, String> settings;

  private RunningInstance(Path var, Process launcher, Map<String, String> settings) {
    this.settings = Map.copyOf(settings);
    this.var = var;
    this.launcher = launcher;
  }

  /**
   * The instance all tests of a run share. Its sums before noise are watched from its start: any
   * test may be the one that replays first.
   */
  public static synchronized RunningInstance shared() {
    if (shared == null) {
      shared = start("run", "shared");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> shared.close()));
      sums = UnnoisedSums.watch(shared);
    }
    return shared;
  }

  /** The sums before noise of the shared instance. */
  static synchronized UnnoisedSums sumsOfShared() {
    shared();
    return sums;
  }

  /**
   * Starts one more instance.
   *
   * @param command run or demo
   * @param name of its state directory below target/
   */
  public static RunningInstance start(String command, String name) {
    return start(command, name, Map.of());
  }

  /**
   * @param settings names as in the environment, such as FEIERABEND_MAIL_PORT
   */
  static RunningInstance start(String command, String name, Map<String, String> settings) {
    Path var = Path.of("target", "instances", name).toAbsolutePath();
    try {
      Shell.delete(var);
      Files.createDirectories(var);
      ProcessBuilder builder =
          Shell.launcher(HOME, var, command, "--port", Integer.toString(freePorts()));
      builder.environment().putAll(settings);
      Process launcher =
          builder
              .redirectErrorStream(true)
              .redirectOutput(var.resolve("launcher.txt").toFile())
              .start();
      RunningInstance instance = new RunningInstance(var, launcher, settings);
      instance.awaitReady();
      return instance;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start an instance in " + var, e);
    }
  }

  /** {@code ./feierabend …} on this instance's state, to its end. */
  public Shell.Ended feierabend(String... words) {
    ProcessBuilder builder = Shell.launcher(HOME, var, words);
    builder.environment().putAll(settings);
    return Shell.run(builder);
  }

  public Path var() {
    return var;
  }

  /** What var/run/instance.json says now. */
  public JsonNode about() {
    try {
      return JSON.readTree(var.resolve("run/instance.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("No instance runs in " + var, e);
    }
  }

  public String http() {
    return about().path("http").asText();
  }

  /** The HTTP API, asked as operator. */
  public Http operator() {
    return new Http(http(), "Bearer " + text(var.resolve("secrets/operator-token")));
  }

  /** Process id of the application server at this moment. */
  public long serverPid() {
    return about().path("pids").path("server").asLong();
  }

  /** The database as its superuser, which the product itself never is. */
  public Connection database() throws SQLException {
    return DriverManager.getConnection(
        about().path("database").path("url").asText(),
        "postgres",
        text(var.resolve("secrets/postgres-admin-password")));
  }

  /** What a Kafka client needs. */
  public Map<String, Object> kafka() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(about().path("kafkaClient").asText()))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the Kafka client settings", e);
    }
    Map<String, Object> client = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> client.put(n, properties.getProperty(n)));
    return client;
  }

  /** Waits for the server to be ready, as after a start or a kill. */
  public void awaitReady() {
    Await.until(
        "the server to be ready; see " + var.resolve("launcher.txt"),
        START,
        () -> {
          if (!launcher.isAlive())
            throw new AssertionError(
                "./feierabend ended with %d:%n%s"
                    .formatted(launcher.exitValue(), text(var.resolve("launcher.txt"))));
          return Files.exists(var.resolve("run/instance.json"))
              && new Http(http(), "").status("GET", "/health/ready") == 200;
        });
  }

  /** Ends the server as a power cut does, and waits for the launcher to bring it back. */
  void killServer() {
    long pid = serverPid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    Await.until("the server to come back", START, () -> serverPid() != pid);
    awaitReady();
  }

  @Override
  public void close() {
    if (!launcher.isAlive()) return;
    launcher.destroy();
    try {
      if (!launcher.waitFor(60, TimeUnit.SECONDS)) launcher.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      launcher.destroyForcibly();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /**
   * The first of four ports in a row that are free just now. All lie below the ports that systems
   * give to outgoing connections (from 32768 on Linux): such a port may be taken by a client of
   * Kafka or PostgreSQL between this look and the server's start. Never the same twice.
   */
  static synchronized int freePorts() {
    if (given == 0) given = 12_000 + (int) (ProcessHandle.current().pid() % 15_000);
    do given += PORTS;
    while (!(free(given) && free(given + 1) && free(given + 2) && free(given + 3)));
    return given;
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
