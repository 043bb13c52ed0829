package org.feierabend.channels.matrix;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.feierabend.channels.door.Misread;
import org.feierabend.channels.door.Picker;
import org.feierabend.decision.Sentence;

/**
 * One push of a homeserver, with what {@code event_id_only} leaves: which event, which room, how
 * many, which devices. Sender, names and content are dropped as they pass.
 *
 * @param event id; empty text where only the counts changed
 */
record MatrixPush(String event, ObjectNode shared, List<ObjectNode> devices) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SHARED = Set.of("event_id", "room_id", "prio");
  private static final Set<String> COUNTS = Set.of("unread", "missed_calls");
  private static final Set<String> DEVICE =
      Set.of("app_id", "pushkey", "pushkey_ts", "data", "tweaks");
  private static final int MOST_DEVICES = 100;
  private static final int LONGEST_DEVICE = 8_192;
  private static final int LONGEST = 255; // ids of Matrix end there

  static MatrixPush read(InputStream body) throws IOException {
    return Picker.read(
        body,
        parser -> {
          ObjectNode shared = JsonNodeFactory.instance.objectNode();
          List<ObjectNode> devices = new ArrayList<>();
          while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean wanted = parser.currentName().equals("notification");
            if (parser.nextToken() == JsonToken.START_OBJECT && wanted)
              notification(parser, shared, devices);
            else parser.skipChildren();
          }
          if (devices.isEmpty())
            throw wrong(
                "/notification/devices",
                "Hier fehlen die Geräte.",
                "The devices are missing here.");
          return new MatrixPush(shared.path("event_id").asText(), shared, devices);
        });
  }

  private static void notification(JsonParser parser, ObjectNode shared, List<ObjectNode> devices)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (token == JsonToken.VALUE_STRING && SHARED.contains(name))
        shared.put(name, id(name, parser.getText()));
      else if (token == JsonToken.START_OBJECT && name.equals("counts"))
        shared.set("counts", counts(parser));
      else if (token == JsonToken.START_ARRAY && name.equals("devices")) devices(parser, devices);
      else parser.skipChildren();
    }
  }

  private static String id(String name, String text) {
    if (text.length() <= LONGEST) return text;
    throw wrong(
        "/notification/" + name,
        "Das ist länger, als eine Kennung von Matrix ist.",
        "This is longer than an id of Matrix is.");
  }

  private static ObjectNode counts(JsonParser parser) throws IOException {
    ObjectNode counts = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && COUNTS.contains(name))
        counts.put(name, parser.getIntValue());
      else parser.skipChildren();
    }
    return counts;
  }

  private static void devices(JsonParser parser, List<ObjectNode> devices) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode node = JSON.readTree(parser);
      String at = "/notification/devices/" + devices.size();
      boolean fits =
          node instanceof ObjectNode
              && node.path("app_id").isTextual()
              && node.path("pushkey").isTextual()
              && node.toString().length() <= LONGEST_DEVICE;
      if (!fits || devices.size() == MOST_DEVICES)
        throw wrong(
            at,
            "Erwartet wird ein Gerät mit app_id und pushkey, kurz und nicht mehr als %d."
                .formatted(MOST_DEVICES),
            "Expected is a device with app_id and pushkey, short and no more than %d."
                .formatted(MOST_DEVICES));
      if (!node.path("data").path("format").asText().equals("event_id_only"))
        throw wrong(
            at + "/data/format",
            "Inhalte kommen nicht durch die Tür: Der Pusher braucht \"format\": \"event_id_only\".",
            "Content does not pass the door: the pusher needs \"format\": \"event_id_only\".");
      devices.add(((ObjectNode) node).retain(DEVICE));
    }
  }

  private static Misread wrong(String pointer, String de, String en) {
    return new Misread(pointer, new Sentence(de, en));
  }

  /** What a gateway is sent for these of the devices. */
  String toGateway(List<ObjectNode> of) {
    ObjectNode notification = shared.deepCopy();
    ArrayNode list = notification.putArray("devices");
    of.forEach(list::add);
    return JsonNodeFactory.instance.objectNode().set("notification", notification).toString();
  }

  /** Taken off the device before it goes on: whose it is is nobody's business behind us. */
  static String owner(ObjectNode device) {
    JsonNode owner = ((ObjectNode) device.get("data")).remove("feierabend");
    return owner == null ? "" : owner.asText();
  }

  /** A held push, sent at last; without counts of the homeserver those of what came. */
  static String counted(String held, int events) throws IOException {
    ObjectNode whole = (ObjectNode) JSON.readTree(held);
    ObjectNode notification = (ObjectNode) whole.get("notification");
    if (!notification.path("counts").has("unread"))
      notification.withObject("/counts").put("unread", events);
    return whole.toString();
  }

  @Override
  public String toString() {
    return "MatrixPush(… to " + devices.size() + ")"; // a log line must not hold a device
  }
}
