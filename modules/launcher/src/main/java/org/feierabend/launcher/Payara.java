package org.feierabend.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The server: Payara Micro with the WAR, one HTTP listener and nothing else. */
final class Payara implements Part {
  /** What serves is nobody's business. */
  private static final String NAMELESS =
      "configs.config.server-config.network-config.protocols.protocol.http-listener.http.server-header=false";

  /** What is long and read often; answers with a secret in them are shorter than that (BREACH). */
  private static final String SMALLER =
      """
      set configs.config.server-config.network-config.protocols.protocol.http-listener.http.compression=on
      set configs.config.server-config.network-config.protocols.protocol.http-listener.http.compressable-mime-type=text/css,text/javascript,application/javascript,application/json,application/x-ndjson
      set configs.config.server-config.network-config.protocols.protocol.http-listener.http.compression-min-size-bytes=2048
      """;

  private static final String LISTENER =
      "configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address";

  /** Time, level, logger, message, exception; the same in every log of an instance. */
  static final String LOG_LINE = "%1$tFT%1$tT.%1$tLZ %4$s %3$s: %5$s%6$s%n";

  private final Home home;
  private final String address;
  private final int port;
  private final String options;
  private boolean copied;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();

  Payara(Home home, String address, int port, String options) {
    this.home = home;
    this.address = address;
    this.port = port;
    this.options = options;
  }

  @Override
  public String name() {
    return "server";
  }

  @Override
  public String title() {
    return "Payara Micro";
  }

  String address() {
    return address;
  }

  URI url() {
    boolean everywhere = address.equals("0.0.0.0") || address.equals("::");
    String host = everywhere ? "127.0.0.1" : address.contains(":") ? "[" + address + "]" : address;
    return URI.create("http://" + host + ":" + port);
  }

  /** A copy of the WAR, so that a later build cannot change a running server; no old deployment. */
  @Override
  public void prepare() {
    Path war = home.root().resolve("modules/server/target/feierabend.war");
    try {
      Folders.delete(root());
      if (!copied) Files.copy(war, copy(), StandardCopyOption.REPLACE_EXISTING);
      copied = true;
      Files.writeString(
          preboot(), "set %s=%s%nset %s%n%s".formatted(LISTENER, address, NAMELESS, SMALLER));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot put %s in place".formatted(war), e);
    }
  }

  private Path root() {
    return home.folder("payara");
  }

  private Path copy() {
    return home.run("feierabend.war");
  }

  private Path preboot() {
    return home.run("preboot.txt");
  }

  @Override
  public List<String> command() {
    List<String> command =
        new ArrayList<>(
            List.of(
                Java.program(),
                "-Xms192m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=128m",
                "-XX:+ExitOnOutOfMemoryError",
                // its services, started side by side, race for a list and once in many times lose
                "-Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.logging.SimpleFormatter.format=" + LOG_LINE,
                "-Dfeierabend.home=" + home.root(),
                "-Dfeierabend.var=" + home.var()));
    if (!options.isBlank()) command.addAll(List.of(options.strip().split("\\s+")));
    command.addAll(
        List.of(
            "-jar",
            Java.target(home).resolve("payara/payara-micro.jar").toString(),
            "--rootdir",
            root().toString(),
            "--nohazelcast",
            "--disablephonehome",
            "--port",
            Integer.toString(port),
            "--maxhttpthreads",
            "48",
            "--logproperties",
            home.config().resolve("logging-server.properties").toString(),
            "--prebootcommandfile",
            preboot().toString(),
            "--deploy",
            copy().toString(),
            "--contextroot",
            "/"));
    return command;
  }

  /** Payara Micro goes on without the WAR when it could not be deployed. */
  @Override
  public String failure() {
    return "Exception while loading the app";
  }

  @Override
  public boolean ready() {
    HttpRequest request =
        HttpRequest.newBuilder(url().resolve("/health/ready"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
