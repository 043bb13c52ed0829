package org.feierabend.channels.beside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of the machine's that a test starts and ends, as often as it likes, by its own pid. */
public final class Program implements AutoCloseable {
  private static final int TRIES = 300;
  private static final long PAUSE_MILLIS = 50;

  private final Path output;
  private final int port;
  private final List<String> command;
  private Process process;

  /**
   * @param output file for what it says
   * @param port of loopback at which it answers once it is up
   */
  public Program(Path output, int port, String... command) {
    this.output = output;
    this.port = port;
    this.command = List.of(command);
  }

  /** Returns when it answers; one that ended, or never answers, fails with what it said. */
  public Program start() {
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + command, e);
    }
    for (int tries = 0; !answers(port); tries++) {
      if (tries > TRIES || !process.isAlive()) throw new AssertionError(command + "\n" + said());
      pause();
    }
    return this;
  }

  public void stop() {
    if (process == null) return;
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process = null;
  }

  public String said() {
    try {
      return Files.exists(output) ? Files.readString(output) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether anything listens there. */
  static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
