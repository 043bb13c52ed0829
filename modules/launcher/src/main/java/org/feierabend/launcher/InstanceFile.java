package org.feierabend.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What var/run/instance.json says about a running instance.
 *
 * @param pid the launcher's process
 * @param http base address of the server
 * @param databaseUrl JDBC URL
 * @param databaseUser who connects
 * @param passwordFile the file with that user's password; empty for an external database
 * @param kafka bootstrap servers
 * @param kafkaClient properties file a Kafka client needs to be let in
 * @param started ISO instant
 * @param mode what it was started for
 * @param pids the parts by name: server, kafka, postgres; external ones are absent
 */
record InstanceFile(
    long pid,
    URI http,
    String databaseUrl,
    String databaseUser,
    String passwordFile,
    String kafka,
    Path kafkaClient,
    Path home,
    String started,
    StartOptions.Mode mode,
    Map<String, Long> pids) {
  private static final ObjectMapper JSON = new ObjectMapper();

  InstanceFile {
    pids = Map.copyOf(pids);
  }

  static Path path(Home home) {
    return home.run("instance.json");
  }

  InstanceFile with(Map<String, Long> now) {
    return new InstanceFile(
        pid,
        http,
        databaseUrl,
        databaseUser,
        passwordFile,
        kafka,
        kafkaClient,
        home,
        started,
        mode,
        now);
  }

  void write(Path file) {
    ObjectNode root = JSON.createObjectNode();
    root.put("pid", pid);
    root.put("http", http.toString());
    root.putObject("database")
        .put("url", databaseUrl)
        .put("user", databaseUser)
        .put("passwordFile", passwordFile);
    root.put("kafka", kafka);
    root.put("kafkaClient", kafkaClient.toString());
    root.put("home", home.toString());
    root.put("started", started);
    root.put("mode", mode.name().toLowerCase(Locale.ROOT));
    ObjectNode parts = root.putObject("pids");
    pids.forEach(parts::put);
    Secrets.write(file, root.toPrettyString() + "\n");
  }

  static Optional<InstanceFile> read(Path file) {
    if (!Files.exists(file)) return Optional.empty();
    try {
      JsonNode root = JSON.readTree(file.toFile());
      Map<String, Long> pids = new LinkedHashMap<>();
      root.path("pids").properties().forEach(e -> pids.put(e.getKey(), e.getValue().asLong()));
      JsonNode database = root.path("database");
      return Optional.of(
          new InstanceFile(
              root.path("pid").asLong(),
              URI.create(root.path("http").asText()),
              database.path("url").asText(),
              database.path("user").asText(),
              database.path("passwordFile").asText(),
              root.path("kafka").asText(),
              Path.of(root.path("kafkaClient").asText()),
              Path.of(root.path("home").asText()),
              root.path("started").asText(),
              StartOptions.Mode.valueOf(root.path("mode").asText("run").toUpperCase(Locale.ROOT)),
              pids));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
