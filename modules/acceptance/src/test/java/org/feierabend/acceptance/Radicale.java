package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** Debian's Radicale at a port of loopback, with calendars of its own; everybody may do all. */
final class Radicale implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path home;
  private final int port;
  private Process process;

  private Radicale(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  static void demand() {
    String missing = System.getProperty("feierabend.skip.radicale", "");
    assumeTrue(missing.isEmpty(), "no Radicale to test with: " + missing);
  }

  static Radicale at(int port) throws IOException {
    Path home = Path.of("target", "radicale").toAbsolutePath();
    Shell.delete(home);
    Files.createDirectories(home);
    Files.writeString(
        home.resolve("rights"), "[all]\nuser: .*\ncollection: .*\npermissions: RWrwi\n");
    Files.writeString(
        home.resolve("config"),
        """
        [server]
        hosts = 127.0.0.1:%d
        [auth]
        type = none
        [rights]
        type = from_file
        file = %2$s/rights
        [storage]
        filesystem_folder = %2$s/collections
        """
            .formatted(port, home));
    return new Radicale(home, port);
  }

  Radicale start() {
    try {
      process =
          new ProcessBuilder("radicale", "--config", home.resolve("config").toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("out").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Await.until("Radicale", PATIENCE, () -> Smtp.answers(port));
    return this;
  }

  void stop() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As a calendar program of the person does, whom the server makes a home at the first log-in. */
  void put(String path, String type, String text) {
    String logIn = path.split("/")[1] + ":secret";
    String basic = Base64.getEncoder().encodeToString(logIn.getBytes(StandardCharsets.UTF_8));
    Http client = new Http("http://127.0.0.1:" + port, "Basic " + basic);
    Http.Answer answer = client.send(text.isEmpty() ? "MKCALENDAR" : "PUT", path, type, text);
    if (answer.status() != 201) throw new AssertionError(path + ": " + answer);
  }

  @Override
  public void close() {
    stop();
  }
}
