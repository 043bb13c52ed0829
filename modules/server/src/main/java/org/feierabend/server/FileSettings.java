package org.feierabend.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;

/**
 * The two settings files: config/feierabend.properties, and below it what the launcher wrote to
 * var/run/server.properties. The environment (300) and system properties (400) win over both.
 */
public final class FileSettings implements ConfigSourceProvider {
  @Override
  public Iterable<ConfigSource> getConfigSources(ClassLoader loader) {
    Path home = Path.of(given("feierabend.home").orElse("")).toAbsolutePath();
    Path var = given("feierabend.var").map(Path::of).orElse(home.resolve("var"));
    return List.of(
        source(home.resolve("config/feierabend.properties"), 250),
        source(var.resolve("run/server.properties"), 240));
  }

  private static Optional<String> given(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .or(
            () ->
                Optional.ofNullable(
                    System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'))));
  }

  private static ConfigSource source(Path file, int ordinal) {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read the settings in " + file, e);
      }
    }
    Map<String, String> values = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> values.put(n, properties.getProperty(n).strip()));
    return new FileSource(file.toString(), ordinal, Map.copyOf(values));
  }

  private record FileSource(String name, int ordinal, Map<String, String> values)
      implements ConfigSource {
    @Override
    public Set<String> getPropertyNames() {
      return values.keySet();
    }

    @Override
    public String getValue(String name) {
      return values.get(name);
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public int getOrdinal() {
      return ordinal;
    }

    @Override
    public String toString() {
      return name; // never the values: the database's password may be one
    }
  }
}
