package org.feierabend.launcher.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * Structured CloudEvents, one per line. People get numbers here too, and an event's id is a digest
 * of its source and id: the same event twice stays the same, and no address in an id gets through.
 * The rest of the data goes as it is, so that the door judges it.
 */
final class CloudEventLines implements FileReader {
  private static final Set<String> TYPES =
      Set.of(
          ReplayEvent.CONTACT,
          ReplayEvent.MEETING,
          ReplayEvent.WORK,
          ReplayEvent.ABSENCE,
          ReplayEvent.DUTY);
  private static final Set<String> OUTSIDERS = Set.of("CITIZEN", "SYSTEM");
  private static final List<String> PEOPLE = List.of("recipient", "person", "sender", "deputy");
  private static final int LENGTH_BITS = 21;
  private static final int ID_BYTES = 16;

  private final ObjectMapper json = new ObjectMapper();

  @Override
  public void line(LineFile.Line line, EventTable table, People people) {
    ObjectNode event = parse(line.text());
    if (!"1.0".equals(event.path("specversion").asText()))
      throw new BadLine("specversion must be \"1.0\"", "specversion muss \"1.0\" sein");
    text(event, "id");
    text(event, "source");
    String type = text(event, "type");
    if (!TYPES.contains(type))
      throw new BadLine("its type is none of " + TYPES, "ihr type ist keiner von " + TYPES);
    if (!(event.get("data") instanceof ObjectNode data))
      throw new BadLine("data must be a JSON object", "data muss ein JSON-Objekt sein");
    String about = text(data, type.equals(ReplayEvent.CONTACT) ? "recipient" : "person");
    try {
      var at = Years.check(OffsetDateTime.parse(text(event, "time")).toInstant());
      withoutOutsiders(data);
      for (String field : PEOPLE)
        if (data.path(field).isTextual()) people.staff(people.named(data.get(field).asText()));
      table.add(at, people.named(about), line.number(), line.place() << LENGTH_BITS | line.bytes());
    } catch (DateTimeException e) {
      throw new BadLine(
          "time must read like 2026-01-05T17:30:00+01:00",
          "time muss aussehen wie 2026-01-05T17:30:00+01:00");
    }
  }

  @Override
  public RowReader rows(Path file, EventTable table, People people, PersonIds ids)
      throws IOException {
    RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r");
    return new RowReader() {
      @Override
      public ReplayEvent event(int index) throws IOException {
        long more = table.more(index);
        byte[] line = new byte[(int) (more & (1 << LENGTH_BITS) - 1)];
        bytes.seek(more >>> LENGTH_BITS);
        bytes.readFully(line);
        return numbered(parse(new String(line, StandardCharsets.UTF_8)), table, index, people, ids);
      }

      @Override
      public void close() throws IOException {
        bytes.close();
      }
    };
  }

  private ReplayEvent numbered(
      ObjectNode event, EventTable table, int index, People people, PersonIds ids)
      throws JsonProcessingException {
    ObjectNode data = (ObjectNode) event.get("data");
    withoutOutsiders(data);
    for (String field : PEOPLE)
      if (data.path(field).isTextual())
        data.put(field, ids.of(people.named(data.get(field).asText())));
    return new ReplayEvent(
        digest(event.get("source").asText(), event.get("id").asText()),
        table.at(index),
        event.get("type").asText(),
        table.person(index),
        json.writeValueAsBytes(data));
  }

  private static void withoutOutsiders(ObjectNode data) {
    if (OUTSIDERS.contains(data.path("sender_role").asText())) data.remove("sender");
  }

  private ObjectNode parse(String line) {
    try {
      if (json.readTree(line) instanceof ObjectNode event) return event;
      throw new BadLine("it is no JSON object", "sie ist kein JSON-Objekt");
    } catch (JsonProcessingException e) {
      throw new BadLine("it is no JSON", "sie ist kein JSON");
    }
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual() || value.asText().isBlank())
      throw new BadLine(
          "'%s' must be a text".formatted(field), "„%s“ muss ein Text sein".formatted(field));
    return value.asText();
  }

  private static String digest(String source, String id) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update((source.length() + "|" + source).getBytes(StandardCharsets.UTF_8));
      byte[] digest = sha.digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256; any JDK has.", e);
    }
  }
}
