package org.feierabend.channels.beside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.feierabend.channels.kafka.Broker;

/** The real Radicale, on loopback, with a configuration to throw away; everybody may do all. */
public final class Radicale implements AutoCloseable {
  public final int port;

  public final Program program;

  public Radicale(Path folder) {
    this(folder, Broker.freePort());
  }

  public Radicale(Path folder, int port) {
    this.port = port;
    try {
      Files.writeString(
          folder.resolve("config"),
          """
          [server]
          hosts = 127.0.0.1:%d
          [auth]
          type = none
          [rights]
          type = authenticated
          [storage]
          filesystem_folder = %s
          [logging]
          level = warning
          """
              .formatted(port, folder.resolve("collections"))
              .replace("type = authenticated", "type = from_file\nfile = " + rights(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    program =
        new Program(
                folder.resolve("out"),
                port,
                "radicale",
                "--config",
                folder.resolve("config").toString())
            .start();
  }

  private static Path rights(Path folder) throws IOException {
    return Files.writeString(
        folder.resolve("rights"), "[all]\nuser: .*\ncollection: .*\npermissions: RWrwi\n");
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The status of the answer. */
  public int ask(String method, String path, String type, String body) {
    try {
      return HttpClient.newHttpClient() // it hangs up after each answer
          .send(
              HttpRequest.newBuilder(address().resolve(path))
                  .version(HttpClient.Version.HTTP_1_1)
                  .header("Content-Type", type)
                  .header("Authorization", "Basic YW5uYTpzZWNyZXQ=")
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    program.close();
  }
}
