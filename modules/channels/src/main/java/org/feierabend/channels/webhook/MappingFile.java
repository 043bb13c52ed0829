package org.feierabend.channels.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.feierabend.channels.events.EventSchemas;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code config/webhooks/NAME.yaml}; its form is {@code /schemas/webhook-mapping.json}. */
final class MappingFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha512", "HmacSHA512");

  private final Path file;

  private MappingFile(Path file) {
    this.file = file;
  }

  /** Fails with a message that names the file, the place in it and what is expected there. */
  static Mapping read(Path file) {
    return new MappingFile(file).mapping();
  }

  private Mapping mapping() {
    JsonNode tree = tree();
    String complaints =
        schema().validate(tree).stream()
            .map(m -> m.getMessage())
            .sorted()
            .collect(Collectors.joining("; "));
    if (!complaints.isEmpty()) throw wrong(complaints);
    List<Mapping.Event> events = new ArrayList<>();
    for (int i = 0; i < tree.get("events").size(); i++)
      events.add(event(tree.get("events").get(i), "/events/" + i));
    JsonNode delivery = tree.get("delivery");
    return new Mapping(
        proof(tree.get("credentials")),
        new Mapping.Delivery(delivery.path("header").asText(), delivery.path("pointer").asText()),
        events);
  }

  private static Proof proof(JsonNode said) {
    if (said.get("kind").asText().equals("bearer"))
      return new Proof.Bearer(said.path("header").asText("Authorization"));
    return new Proof.Signature(
        said.get("header").asText(),
        ALGORITHMS.get(said.path("algorithm").asText("sha256")),
        Proof.Written.valueOf(said.path("written").asText("hex").toUpperCase(Locale.ROOT)),
        said.path("prefix").asText(),
        Optional.ofNullable(said.get("salt")).map(JsonNode::asText));
  }

  private Mapping.Event event(JsonNode said, String at) {
    String type = "org.feierabend.%s.v1".formatted(said.get("event").asText());
    Map<String, Value> data = new HashMap<>();
    said.get("data").properties().forEach(f -> data.put(f.getKey(), value(f.getValue())));
    demandFields(type, data.keySet(), at + "/data");
    Map<String, Set<String>> when = new HashMap<>();
    said.path("when").properties().forEach(w -> when.put(w.getKey(), words(w.getValue())));
    return new Mapping.Event(
        when, type, Optional.ofNullable(said.get("time")).map(MappingFile::value), data);
  }

  /** What the event's own schema would refuse each time is refused once, here. */
  private void demandFields(String type, Set<String> fields, String at) {
    JsonNode schema = document(EventSchemas.document(type).orElseThrow());
    Set<String> known = new TreeSet<>();
    schema.get("properties").fieldNames().forEachRemaining(known::add);
    for (String field : fields)
      if (!known.contains(field))
        throw wrong(
            "%s/%s: %s has no such field; it has %s."
                .formatted(at, field, type, String.join(", ", known)));
    for (JsonNode needed : schema.path("required"))
      if (!fields.contains(needed.asText()))
        throw wrong("%s: %s needs the field %s.".formatted(at, type, needed.asText()));
  }

  private static Value value(JsonNode said) {
    if (said.has("constant")) return new Value.Constant(said.get("constant"));
    Map<String, JsonNode> words = new HashMap<>();
    said.path("map").properties().forEach(w -> words.put(w.getKey(), w.getValue()));
    return new Value.From(
        said.get("pointer").asText(),
        Value.As.valueOf(said.path("as").asText("plain").toUpperCase(Locale.ROOT)),
        words,
        Optional.ofNullable(said.get("otherwise")));
  }

  private static Set<String> words(JsonNode said) {
    Set<String> words = new TreeSet<>();
    if (said.isArray()) said.forEach(word -> words.add(word.asText()));
    else words.add(said.asText());
    return words;
  }

  private JsonNode tree() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (Reader reader = Files.newBufferedReader(file)) {
      Object read = new Yaml(new SafeConstructor(options)).load(reader);
      return read == null ? JSON.createObjectNode() : JSON.valueToTree(read);
    } catch (YAMLException e) {
      throw wrong(e.getMessage());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read; a source of webhooks needs its mapping file.".formatted(file), e);
    }
  }

  private static JsonSchema schema() {
    try (InputStream in = MappingFile.class.getResourceAsStream("/schemas/webhook-mapping.json")) {
      if (in == null) throw new IllegalStateException("The schema of mapping files is not packed.");
      return JsonSchemaFactory.getInstance(VersionFlag.V202012)
          .getSchema(
              document(in.readAllBytes()),
              SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
    } catch (IOException e) {
      throw new UncheckedIOException("The schema of mapping files cannot be read.", e);
    }
  }

  private static JsonNode document(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("A schema of ours is no JSON.", e);
    }
  }

  private IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException("%s: %s".formatted(file.getFileName(), why));
  }
}
