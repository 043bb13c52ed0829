package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.feierabend.channels.http.Json;

/**
 * Changes a resource step by step (RFC 7644, section 3.5.2), with paths, value filters and the form
 * without a path that Keycloak and Entra send.
 */
final class Patch {
  static final String URN = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
  private static final Pattern VALUE_PATH =
      Pattern.compile("([^\\[]+)\\[(.*)](?:\\.([^.\\[\\]]+))?");

  private final Schema schema;
  private final ObjectNode resource;

  private Patch(Schema schema, ObjectNode resource) {
    this.schema = schema;
    this.resource = resource;
  }

  /** The resource afterwards; the one given stays as it is. */
  static ObjectNode apply(Schema schema, ObjectNode resource, JsonNode message) {
    JsonNode operations = Values.child(message, "Operations");
    if (!operations.isArray() || operations.isEmpty())
      throw ScimError.syntax("A PATCH has a list \"Operations\" with at least one operation.");
    Patch patch = new Patch(schema, resource.deepCopy());
    for (JsonNode operation : operations) patch.operation(operation);
    return patch.resource;
  }

  private enum Op {
    ADD,
    REPLACE,
    REMOVE
  }

  private void operation(JsonNode operation) {
    String word = Values.child(operation, "op").asText("");
    Op op;
    try {
      op = Op.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ScimError.syntax(
          "'%s' is no operation; there are add, replace and remove.".formatted(word));
    }
    JsonNode value = Values.child(operation, "value");
    String path = Values.child(operation, "path").asText("");
    if (op != Op.REMOVE && value.isMissingNode())
      throw ScimError.value("An operation '%s' has a value.".formatted(word));
    if (!path.isEmpty()) at(op, path, value, true);
    else if (op == Op.REMOVE) throw ScimError.noTarget("A 'remove' names its path.");
    else if (!value.isObject())
      throw ScimError.value("Without a path the value is an object of attributes.");
    else
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        boolean extension =
            schema.extension().keySet().stream().anyMatch(entry.getKey()::equalsIgnoreCase);
        if (extension && entry.getValue().isObject())
          for (Map.Entry<String, JsonNode> part : entry.getValue().properties())
            at(op, entry.getKey() + ":" + part.getKey(), part.getValue(), false);
        else if (!entry.getKey().equalsIgnoreCase("schemas"))
          at(op, entry.getKey(), entry.getValue(), false);
      }
  }

  /**
   * @param named the client named this path itself: then it must be one that may change
   */
  private void at(Op op, String text, JsonNode value, boolean named) {
    Matcher selected = VALUE_PATH.matcher(text);
    boolean some = selected.matches();
    AttributePath path = AttributePath.read(some ? selected.group(1) : text, schema);
    if (path.attribute().isEmpty()) { // a whole extension
      for (Map.Entry<String, JsonNode> part : value.properties())
        at(op, path.extension() + ":" + part.getKey(), part.getValue(), named);
      return;
    }
    Optional<Attribute> known = path.definition(schema);
    if (known.isEmpty() && (schema.drops(path.attribute()) || !named)) return; // not kept
    Attribute attribute =
        known.orElseThrow(
            () -> ScimError.path("A %s has no attribute '%s'.".formatted(schema.name(), text)));
    if (attribute.mutability().equals("readOnly")) {
      if (!named) return;
      throw ScimError.mutability("'%s' is set by the server alone.".formatted(attribute.name()));
    }
    ObjectNode in =
        path.extension().isEmpty() ? resource : resource.withObjectProperty(path.extension());
    Optional<String> part = some ? Optional.ofNullable(selected.group(3)) : path.part();
    if (some) selected(op, in, attribute, selected.group(2), part, value);
    else if (part.isPresent()) parts(op, in, attribute, part.get(), value);
    else whole(op, in, attribute, value);
  }

  private void whole(Op op, ObjectNode in, Attribute attribute, JsonNode value) {
    boolean sent = !value.isMissingNode() && !value.isNull();
    if (op == Op.REMOVE) {
      if (attribute.required())
        throw ScimError.mutability("'%s' cannot be removed.".formatted(attribute.name()));
      if (attribute.multi() && sent) removeValues(in, attribute, value);
      else in.remove(attribute.name());
    } else if (op == Op.ADD && attribute.multi() && sent) {
      ArrayNode list = list(in, attribute);
      for (JsonNode added : Schema.value(attribute, value)) addTo(list, added);
    } else if (sent) in.set(attribute.name(), Schema.value(attribute, value));
    else in.remove(attribute.name());
  }

  /** Some clients name the values to be removed instead of selecting them. */
  private static void removeValues(ObjectNode in, Attribute attribute, JsonNode value) {
    List<String> gone = new ArrayList<>();
    for (JsonNode v : Schema.value(attribute, value)) gone.add(v.path("value").asText());
    removeIf(list(in, attribute), v -> gone.contains(v.path("value").asText()));
  }

  private void parts(Op op, ObjectNode in, Attribute attribute, String part, JsonNode value) {
    Attribute sub = part(attribute, part);
    if (!attribute.multi()) {
      set(op, in.withObjectProperty(attribute.name()), sub, value);
      return;
    }
    ArrayNode list = list(in, attribute);
    if (op != Op.REMOVE && list.isEmpty()) list.addObject();
    for (JsonNode v : list) set(op, (ObjectNode) v, sub, value);
  }

  private void selected(
      Op op,
      ObjectNode in,
      Attribute attribute,
      String condition,
      Optional<String> part,
      JsonNode value) {
    if (!attribute.multi())
      throw ScimError.path("'%s' is no list to select from.".formatted(attribute.name()));
    Filter filter = FilterParser.within(condition, schema, attribute);
    ArrayNode list = list(in, attribute);
    List<ObjectNode> chosen = new ArrayList<>();
    for (JsonNode v : list) if (filter.matches(v)) chosen.add((ObjectNode) v);
    if (chosen.isEmpty() && op == Op.ADD) {
      ObjectNode fresh = list.addObject();
      described(filter, fresh);
      chosen.add(fresh);
    } else if (chosen.isEmpty() && op == Op.REPLACE)
      throw ScimError.noTarget(
          "No value of '%s' fits [%s].".formatted(attribute.name(), condition));
    if (part.isPresent()) {
      Attribute sub = part(attribute, part.get());
      for (ObjectNode v : chosen) set(op, v, sub, value);
    } else if (op == Op.REMOVE) removeIf(list, chosen::contains);
    else
      for (ObjectNode v : chosen) {
        if (op == Op.REPLACE) v.removeAll();
        v.setAll((ObjectNode) Schema.one(attribute, value));
      }
  }

  /** A new value is what its selection says it is. */
  private static void described(Filter filter, ObjectNode fresh) {
    if (filter instanceof Filter.And both) {
      described(both.left(), fresh);
      described(both.right(), fresh);
    } else if (filter instanceof Filter.Compare c && c.operator() == Filter.Operator.EQ)
      fresh.set(c.path().attribute(), c.value());
  }

  private Attribute part(Attribute attribute, String name) {
    return attribute
        .part(name)
        .orElseThrow(
            () -> ScimError.path("'%s' has no part '%s'.".formatted(attribute.name(), name)));
  }

  private static void set(Op op, ObjectNode in, Attribute sub, JsonNode value) {
    if (sub.mutability().equals("readOnly"))
      throw ScimError.mutability("'%s' is set by the server alone.".formatted(sub.name()));
    if (op == Op.REMOVE || value.isNull()) in.remove(sub.name());
    else in.set(sub.name(), Schema.one(sub, value));
  }

  private static ArrayNode list(ObjectNode in, Attribute attribute) {
    return in.path(attribute.name()) instanceof ArrayNode list
        ? list
        : in.putArray(attribute.name());
  }

  private static void addTo(ArrayNode list, JsonNode added) {
    String value = added.path("value").asText();
    for (JsonNode v : list)
      if (v.path("value").asText().equals(value)) {
        ((ObjectNode) v).setAll((ObjectNode) added);
        return;
      }
    if (added.path("primary").asBoolean()) // there is one primary value only
    for (JsonNode v : list) ((ObjectNode) v).remove("primary");
    list.add(added);
  }

  private static void removeIf(ArrayNode list, Predicate<JsonNode> gone) {
    ArrayNode staying = Json.MAPPER.createArrayNode();
    for (JsonNode v : list) if (!gone.test(v)) staying.add(v);
    list.removeAll();
    list.addAll(staying);
  }
}
