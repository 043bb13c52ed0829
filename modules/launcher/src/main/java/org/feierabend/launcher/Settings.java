package org.feierabend.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Settings as the server will see them: the environment wins over config/feierabend.properties.
 * Names in the environment follow the three mapping rules of MicroProfile Config.
 */
public final class Settings {
  private final Map<String, String> environment;
  private final Properties file;

  Settings(Map<String, String> environment, Properties file) {
    this.environment = Map.copyOf(environment);
    this.file = file;
  }

  public static Settings of(Path root) {
    Properties properties = new Properties();
    Path file = root.resolve("config/feierabend.properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read the settings in " + file, e);
      }
    }
    return new Settings(System.getenv(), properties);
  }

  public Optional<String> get(String name) {
    String underscored = name.replaceAll("[^A-Za-z0-9]", "_");
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(underscored)))
        .or(() -> Optional.ofNullable(environment.get(underscored.toUpperCase(Locale.ROOT))))
        .or(() -> Optional.ofNullable(file.getProperty(name)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  public int number(String name, int otherwise) {
    String value = get(name).orElse(Integer.toString(otherwise));
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw Trouble.of(
          "%s must be a number, but is '%s'.".formatted(name, value),
          "%s muss eine Zahl sein, ist aber „%s“.".formatted(name, value),
          e);
    }
  }
}
