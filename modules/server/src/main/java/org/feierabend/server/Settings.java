package org.feierabend.server;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.feierabend.channels.report.SmtpSettings;
import org.feierabend.persistence.DatabaseSettings;

/** The settings the server reads; docs/operations.md explains each. */
@ApplicationScoped
public class Settings {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final Config config = ConfigProvider.getConfig();

  /** The checkout: rules/, config/ and docs/ are below it. */
  public Path home() {
    return Path.of(required("feierabend.home"));
  }

  public Path var() {
    return text("feierabend.var").map(Path::of).orElseGet(() -> home().resolve("var"));
  }

  public DatabaseSettings database() {
    return new DatabaseSettings(
        required("feierabend.database.url"),
        required("feierabend.database.user"),
        text("feierabend.database.password").orElse(""),
        config.getOptionalValue("feierabend.database.pool", Integer.class).orElse(12),
        PATIENCE,
        text("feierabend.database.migration-user")
            .map(
                user ->
                    new DatabaseSettings.Owner(
                        user, text("feierabend.database.migration-password").orElse(""))));
  }

  /** Everything a Kafka client needs to reach the broker, log-in included. */
  public Map<String, Object> kafka() {
    Map<String, Object> client = new HashMap<>();
    text("feierabend.kafka.client-properties")
        .map(file -> home().resolve(file))
        .ifPresent(file -> load(file).forEach((k, v) -> client.put(k.toString(), v)));
    client.put("bootstrap.servers", required("feierabend.kafka.bootstrap"));
    return client;
  }

  /** Lower-case hex SHA-256 of the operator's bearer token; empty: there is none. */
  public Optional<String> operatorTokenHash() {
    return text("feierabend.operator.token.sha256");
  }

  public Optional<URI> webhook() {
    return text("feierabend.webhook.url").map(URI::create);
  }

  /** Where others reach us, if a proxy stands in front; empty: as each request says. */
  public Optional<URI> publicAddress() {
    return text("feierabend.public-address").map(Settings::address);
  }

  static URI address(String text) {
    URI uri = URI.create(text);
    boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null)
      throw new IllegalArgumentException(
          "feierabend.public-address is %s; it should be like https://feierabend.example.org."
              .formatted(text));
    return uri;
  }

  public boolean demo() {
    return config.getOptionalValue("feierabend.demo", Boolean.class).orElse(false);
  }

  /** Whether browsers reach us through TLS only. */
  public boolean secure() {
    return config.getOptionalValue("feierabend.secure-cookies", Boolean.class).orElse(false);
  }

  /** Whether a unit's hours, which are the policy's, are shown to everybody without a log-in. */
  public boolean publicHours() {
    return config.getOptionalValue("feierabend.public-hours", Boolean.class).orElse(false);
  }

  /** The mail server reports leave by; empty: reports are not mailed. */
  public Optional<SmtpSettings> smtp() {
    return text("feierabend.smtp.host")
        .map(
            host ->
                new SmtpSettings(
                    host,
                    config.getOptionalValue("feierabend.smtp.port", Integer.class).orElse(25),
                    required("feierabend.smtp.from"),
                    text("feierabend.smtp.user"),
                    text("feierabend.smtp.password").orElse(""),
                    config
                        .getOptionalValue("feierabend.smtp.starttls", Boolean.class)
                        .orElse(true)));
  }

  Optional<String> text(String name) {
    return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
  }

  String required(String name) {
    return text(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The setting %s is missing; put it into config/feierabend.properties or the environment."
                        .formatted(name)));
  }

  private static Properties load(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the Kafka client settings in " + file, e);
    }
  }
}
