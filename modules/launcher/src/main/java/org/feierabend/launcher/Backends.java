package org.feierabend.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Database and broker: embedded ones unless the settings name others. */
final class Backends {
  private static final String URL = "feierabend.database.url";
  private static final String USER = "feierabend.database.user";
  private static final String PASSWORD = "feierabend.database.password";
  private static final String OWNER = "feierabend.database.migration-user";
  private static final String OWNER_PASSWORD = "feierabend.database.migration-password";
  private static final String BOOTSTRAP = "feierabend.kafka.bootstrap";
  private static final String CLIENT = "feierabend.kafka.client-properties";

  private final Home home;
  private final Settings settings;
  private final Ports ports;
  private final Optional<Postgres> postgres;
  private final Optional<Kafka> kafka;

  Backends(Home home, Settings settings, Ports ports) {
    this.home = home;
    this.settings = settings;
    this.ports = ports;
    this.postgres =
        settings.get(URL).isPresent()
            ? Optional.empty()
            : Optional.of(new Postgres(home, ports.postgres(), Rights.ofThisUser()));
    this.kafka =
        settings.get(BOOTSTRAP).isPresent()
            ? Optional.empty()
            : Optional.of(new Kafka(home, ports));
  }

  Optional<Postgres> postgres() {
    return postgres;
  }

  Optional<Kafka> kafka() {
    return kafka;
  }

  void requireFreePorts() {
    if (postgres.isPresent()) PortCheck.requireFree(ports.postgres(), "PostgreSQL");
    if (kafka.isPresent()) {
      PortCheck.requireFree(ports.kafka(), "Kafka");
      PortCheck.requireFree(ports.controller(), "Kafka (controller)");
    }
  }

  /** Writes var/run/server.properties and the file that lets Kafka clients in. */
  void tellServer(StartOptions options, String address, int port) {
    Map<String, String> told = new HashMap<>(options.settings());
    told.put("feierabend.home", home.root().toString());
    told.put("feierabend.var", home.var().toString());
    told.put("feierabend.http.address", address);
    told.put("feierabend.http.port", Integer.toString(port));
    told.put(
        "feierabend.operator.token.sha256",
        Secrets.sha256(Secrets.in(home.secret("operator-token"))));
    told.put("feierabend.demo", Boolean.toString(options.mode() == StartOptions.Mode.DEMO));
    if (options.mode() == StartOptions.Mode.DEMO)
      told.put("feierabend.push.contact", "mailto:demo@example.org"); // nobody is told unasked
    postgres.ifPresent(
        part -> {
          told.put(URL, part.url());
          told.put(USER, Postgres.SERVER);
          told.put(PASSWORD, part.serverPassword());
          told.put(OWNER, Postgres.USER);
          told.put(OWNER_PASSWORD, part.password());
        });
    Map<String, String> client = client();
    told.put(BOOTSTRAP, client.get("bootstrap.servers"));
    told.put(CLIENT, clientFile().toString());
    Secrets.write(clientFile(), text(client));
    Secrets.write(home.run("server.properties"), text(told));
  }

  private Path clientFile() {
    return home.secret("kafka-client.properties");
  }

  private Map<String, String> client() {
    if (kafka.isPresent()) return kafka.get().client();
    Properties properties = new Properties();
    settings.get(CLIENT).map(home.root()::resolve).ifPresent(file -> load(properties, file));
    Map<String, String> client = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> client.put(n, properties.getProperty(n)));
    client.put("bootstrap.servers", settings.get(BOOTSTRAP).orElseThrow());
    return client;
  }

  InstanceFile file(URI http, StartOptions.Mode mode, Instant started) {
    return new InstanceFile(
        ProcessHandle.current().pid(),
        http,
        postgres.map(Postgres::url).or(() -> settings.get(URL)).orElseThrow(),
        postgres.map(part -> Postgres.USER).or(() -> settings.get(USER)).orElse(""),
        postgres.map(part -> part.passwordFile().toString()).orElse(""),
        client().get("bootstrap.servers"),
        clientFile(),
        home.root(),
        started.toString(),
        mode,
        Map.of());
  }

  private static void load(Properties properties, Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw Trouble.of(
          "Cannot read the Kafka client settings in %s.".formatted(file),
          "Die Kafka-Einstellungen in %s sind nicht lesbar.".formatted(file),
          e);
    }
  }

  private static String text(Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    StringWriter text = new StringWriter();
    try {
      properties.store(text, "written by the launcher at every start");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
