package org.feierabend.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A running Feierabend: found, or started by this process. Closing one that was found leaves it
 * running; closing one that was started here ends its parts.
 */
public final class Instance implements AutoCloseable {
  private final Home home;
  private final InstanceFile about;
  private final Optional<Startup> started;

  Instance(Home home, InstanceFile about, Optional<Startup> started) {
    this.home = home;
    this.about = about;
    this.started = started;
  }

  /** The instance that runs on this state directory, if one does. */
  public static Optional<Instance> findRunning(Home home) {
    Optional<InstanceLock> lock = InstanceLock.take(home);
    if (lock.isPresent()) {
      lock.get().close();
      return Optional.empty();
    }
    return InstanceFile.read(InstanceFile.path(home))
        .map(about -> new Instance(home, about, Optional.empty()));
  }

  /** The instance that runs on this state directory; says how to start one if none does. */
  public static Instance running(Home home) {
    return findRunning(home)
        .orElseThrow(
            () ->
                Trouble.of(
                    "No instance runs on %s. Start one: ./feierabend run".formatted(home.var()),
                    "Auf %s läuft keine Instanz. Erst starten: ./feierabend run"
                        .formatted(home.var())));
  }

  /**
   * Starts the parts; returns when database and broker serve and the server is on its way.
   *
   * @throws Trouble when one already runs on this state directory, or a port is taken
   */
  public static Instance start(Home home, StartOptions options, Console console) {
    return new Startup(home, options, console).begin();
  }

  /** Waits, saying for what, until the server answers that it is ready. */
  public void awaitReady() {
    started.ifPresent(Startup::awaitServer);
  }

  /** Base address of the HTTP API, without a slash at its end. */
  public URI http() {
    return about.http();
  }

  /** Bootstrap servers of the broker. */
  public String kafkaBootstrap() {
    return about.kafka();
  }

  /** What every Kafka client needs: bootstrap.servers and, for the embedded broker, the log-in. */
  public Map<String, Object> kafkaClient() {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(about.kafkaClient())) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + about.kafkaClient(), e);
    }
    Map<String, Object> client = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> client.put(n, properties.getProperty(n)));
    return client;
  }

  /** The bearer token of the role operator. */
  public String operatorToken() {
    return Secrets.in(home.secret("operator-token"));
  }

  public Home home() {
    return home;
  }

  public StartOptions.Mode mode() {
    return about.mode();
  }

  /** Process id of the launcher that keeps it. */
  public long pid() {
    return about.pid();
  }

  /** Whether this process started it (and ends it). */
  public boolean own() {
    return started.isPresent();
  }

  @Override
  public void close() {
    started.ifPresent(Startup::close);
  }
}
