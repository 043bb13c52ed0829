package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.channels.http.Json;

/**
 * A resource type with the attributes that are kept. Whatever else a client sends is dropped before
 * anything looks at it.
 *
 * @param extension urn of the enterprise extension, and its attributes; empty for groups
 * @param dropped names of the RFC that are known and not kept
 */
record Schema(
    String urn,
    String name,
    String endpoint,
    String description,
    List<Attribute> attributes,
    Map<String, List<Attribute>> extension,
    Set<String> dropped) {
  static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:";
  static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private static final Attribute ID =
      Attribute.text("id", "The server's name of the resource; never given to another.")
          .unique()
          .readOnly()
          .always();
  private static final Attribute EXTERNAL =
      Attribute.text("externalId", "The client's name of the resource.").exact();
  private static final Attribute META =
      Attribute.group(
              "meta",
              "When somebody changed is not kept.",
              Attribute.text("resourceType", "User or Group").exact().readOnly(),
              Attribute.text("location", "Where the resource is").exact().readOnly(),
              Attribute.text("version", "Its entity tag").exact().readOnly())
          .readOnly();

  static final Schema USER =
      new Schema(
          CORE + "User",
          "User",
          "/Users",
          "A person, as far as a decision needs one. No name, no telephone number.",
          List.of(
              ID,
              EXTERNAL,
              META,
              Attribute.text(
                      "userName",
                      "The person's id in the directory, under which events name them; it cannot change.")
                  .key(),
              Attribute.flag("active", "False: the person leaves the house and is erased."),
              Attribute.text("timezone", "Home zone, such as Europe/Berlin.").exact(),
              Attribute.list(
                  "emails",
                  "Work addresses alone.",
                  Attribute.text("value", "The address"),
                  Attribute.text("type", "work"),
                  Attribute.flag("primary", "The usual one")),
              Attribute.list(
                  "ims",
                  "XMPP addresses alone.",
                  Attribute.text("value", "The address"),
                  Attribute.text("type", "xmpp")),
              Attribute.list(
                      "groups",
                      "The unit the person is in.",
                      Attribute.text("value", "id of the group").exact().readOnly(),
                      Attribute.text("$ref", "Where the group is").exact().readOnly(),
                      Attribute.text("display", "Its name").readOnly(),
                      Attribute.text("type", "direct").readOnly())
                  .readOnly()),
          Map.of(
              ENTERPRISE,
              List.of(
                  Attribute.text(
                      "department",
                      "Name or id of the unit; one nobody knows is made below the first."))),
          Set.of(
              "name",
              "displayname",
              "nickname",
              "profileurl",
              "title",
              "usertype",
              "preferredlanguage",
              "locale",
              "password",
              "phonenumbers",
              "photos",
              "addresses",
              "entitlements",
              "roles",
              "x509certificates",
              "employeenumber",
              "costcenter",
              "organization",
              "division",
              "manager"));

  static final Schema GROUP =
      new Schema(
          CORE + "Group",
          "Group",
          "/Groups",
          "An organisational unit. A person is in one unit: whoever is added here leaves the unit before.",
          List.of(
              ID,
              EXTERNAL,
              META,
              Attribute.text("displayName", "The unit's name.").needed(),
              Attribute.list(
                  "members",
                  "People of the unit itself, and the units directly below it.",
                  Attribute.text("value", "id of the user or group").exact(),
                  Attribute.text("$ref", "Where it is").exact().readOnly(),
                  Attribute.text("type", "User or Group").exact())),
          Map.of(),
          Set.of());

  Optional<Attribute> attribute(String wanted) {
    return find(attributes, wanted);
  }

  static Optional<Attribute> find(List<Attribute> among, String wanted) {
    return among.stream().filter(a -> a.name().equalsIgnoreCase(wanted)).findFirst();
  }

  boolean drops(String attribute) {
    return dropped.contains(attribute.toLowerCase(Locale.ROOT));
  }

  /** Only what is kept, under the names of the schema. */
  ObjectNode kept(JsonNode given) {
    ObjectNode kept = kept(given, attributes);
    extension.forEach(
        (urn, parts) ->
            given
                .properties()
                .forEach(
                    e -> {
                      if (e.getKey().equalsIgnoreCase(urn) && e.getValue().isObject())
                        kept.set(urn, kept(e.getValue(), parts));
                    }));
    return kept;
  }

  private static ObjectNode kept(JsonNode given, List<Attribute> attributes) {
    ObjectNode kept = Json.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> entry : given.properties())
      find(attributes, entry.getKey())
          .ifPresent(a -> kept.set(a.name(), value(a, entry.getValue())));
    return kept;
  }

  /** A value in the attribute's form; a single value may stand for a list of one. */
  static JsonNode value(Attribute attribute, JsonNode given) {
    if (given.isNull()) return given;
    if (attribute.multi()) {
      ArrayNode list = Json.MAPPER.createArrayNode();
      if (given.isArray()) given.forEach(v -> list.add(one(attribute, v)));
      else list.add(one(attribute, given));
      return list;
    }
    return one(attribute, given);
  }

  static JsonNode one(Attribute attribute, JsonNode given) {
    switch (attribute.type()) {
      case "complex" -> {
        if (given.isTextual()) // a bare value of a list
        return Json.MAPPER.createObjectNode().set("value", given);
        if (!given.isObject()) throw wrong(attribute, "an object");
        return kept(given, attribute.sub());
      }
      case "boolean" -> {
        String word = given.asText().toLowerCase(Locale.ROOT); // some clients send "False"
        if (!word.equals("true") && !word.equals("false")) throw wrong(attribute, "true or false");
        return Json.MAPPER.getNodeFactory().booleanNode(word.equals("true"));
      }
      default -> {
        if (!given.isTextual()) throw wrong(attribute, "a text");
        return given;
      }
    }
  }

  private static ScimError wrong(Attribute attribute, String form) {
    return ScimError.value("The attribute '%s' is %s.".formatted(attribute.name(), form));
  }
}
