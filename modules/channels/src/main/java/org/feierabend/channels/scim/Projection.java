package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.channels.http.Json;

/** Which attributes an answer shows (RFC 7644, section 3.9); id and schemas always. */
record Projection(List<AttributePath> only, List<AttributePath> without) {
  static final Projection ALL = new Projection(List.of(), List.of());

  /** Comma lists, as in a query; null where there is none. */
  static Projection of(Schema schema, String attributes, String excluded) {
    if (attributes != null && excluded != null)
      throw ScimError.value("Either attributes or excludedAttributes, not both.");
    return new Projection(paths(schema, attributes), paths(schema, excluded));
  }

  boolean hides(String attribute) {
    return without.stream()
            .anyMatch(p -> p.attribute().equalsIgnoreCase(attribute) && p.part().isEmpty())
        || !only.isEmpty()
            && only.stream().noneMatch(p -> p.attribute().equalsIgnoreCase(attribute));
  }

  ObjectNode of(ObjectNode resource) {
    if (only.isEmpty() && without.isEmpty()) return resource;
    ObjectNode out = Json.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> entry : resource.properties()) {
      String name = entry.getKey();
      if (name.equals("id") || name.equals("schemas")) out.set(name, entry.getValue());
      else if (name.startsWith("urn:")) extension(name, (ObjectNode) entry.getValue(), out);
      else attribute("", name, entry.getValue(), out);
    }
    return out;
  }

  private void extension(String urn, ObjectNode parts, ObjectNode out) {
    ObjectNode shown = Json.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> entry : parts.properties())
      attribute(urn, entry.getKey(), entry.getValue(), shown);
    if (!shown.isEmpty()) out.set(urn, shown);
  }

  private void attribute(String urn, String name, JsonNode value, ObjectNode out) {
    if (!only.isEmpty()) {
      List<String> parts = new ArrayList<>();
      boolean whole = false;
      for (AttributePath p : only)
        if (names(p, urn, name)) {
          whole |= p.part().isEmpty();
          p.part().ifPresent(parts::add);
        }
      if (whole) out.set(name, value);
      else if (!parts.isEmpty()) out.set(name, parts(value, parts, true));
      return;
    }
    List<String> parts = new ArrayList<>();
    for (AttributePath p : without)
      if (names(p, urn, name)) {
        if (p.part().isEmpty()) return;
        parts.add(p.part().get());
      }
    out.set(name, parts.isEmpty() ? value : parts(value, parts, false));
  }

  private static boolean names(AttributePath path, String urn, String name) {
    return path.extension().equals(urn)
        && (path.attribute().isEmpty() || path.attribute().equalsIgnoreCase(name));
  }

  private static JsonNode parts(JsonNode value, List<String> parts, boolean wanted) {
    if (value.isArray()) {
      ArrayNode list = Json.MAPPER.createArrayNode();
      value.forEach(v -> list.add(parts(v, parts, wanted)));
      return list;
    }
    if (!value.isObject()) return value;
    ObjectNode out = Json.MAPPER.createObjectNode();
    for (Map.Entry<String, JsonNode> entry : value.properties())
      if (parts.stream().anyMatch(entry.getKey()::equalsIgnoreCase) == wanted)
        out.set(entry.getKey(), entry.getValue());
    return out;
  }

  private static List<AttributePath> paths(Schema schema, String list) {
    if (list == null || list.isBlank()) return List.of();
    List<AttributePath> paths = new ArrayList<>();
    for (String path : list.split(",")) paths.add(AttributePath.read(path.strip(), schema));
    return paths;
  }
}
