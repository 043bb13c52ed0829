package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads values out of resources; names are compared without case. */
final class Values {
  private Values() {}

  /** All values a path leads to; the elements of a list one by one. */
  static List<JsonNode> at(JsonNode resource, AttributePath path) {
    JsonNode in = path.extension().isEmpty() ? resource : child(resource, path.extension());
    List<JsonNode> found = new ArrayList<>();
    JsonNode attribute = child(in, path.attribute());
    Iterable<JsonNode> some = attribute.isArray() ? attribute : List.of(attribute);
    for (JsonNode value : some) {
      JsonNode node = path.part().isPresent() ? child(value, path.part().get()) : value;
      if (!node.isMissingNode()) found.add(node);
    }
    return found;
  }

  static JsonNode child(JsonNode node, String name) {
    return name(node, name).map(node::path).orElseGet(() -> node.path(name));
  }

  /** How the node itself spells a name. */
  static Optional<String> name(JsonNode node, String wanted) {
    if (!node.isObject()) return Optional.empty();
    for (Map.Entry<String, JsonNode> entry : ((ObjectNode) node).properties())
      if (entry.getKey().equalsIgnoreCase(wanted)) return Optional.of(entry.getKey());
    return Optional.empty();
  }

  static boolean present(JsonNode node) {
    return node.isContainerNode() ? !node.isEmpty() : !node.asText().isEmpty();
  }
}
