package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feierabend.channels.http.Json;

/** What a client wants of many resources: which, in what order, how many, and what of them. */
record Query(
    Optional<Filter> filter,
    Optional<AttributePath> sortBy,
    boolean descending,
    int startIndex,
    int count,
    Projection projection) {
  static final int MOST = 1_000;
  static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
  static final String SEARCH = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
  private static final int USUAL = 100;

  static Query of(
      Schema schema,
      String filter,
      String sortBy,
      String sortOrder,
      Integer startIndex,
      Integer count,
      Projection projection) {
    if (sortOrder != null
        && !List.of("ascending", "descending").contains(sortOrder.toLowerCase(Locale.ROOT)))
      throw ScimError.value(
          "'%s' is no order; it is ascending or descending.".formatted(sortOrder));
    return new Query(
        Optional.ofNullable(filter)
            .filter(f -> !f.isBlank())
            .map(f -> FilterParser.read(f, schema)),
        Optional.ofNullable(sortBy)
            .filter(s -> !s.isBlank())
            .map(s -> AttributePath.read(s, schema)),
        "descending".equalsIgnoreCase(sortOrder),
        Math.max(1, startIndex == null ? 1 : startIndex),
        Math.min(MOST, Math.max(0, count == null ? USUAL : count)),
        projection);
  }

  /** The body of POST /.search. */
  static Query of(Schema schema, JsonNode body) {
    return of(
        schema,
        text(body, "filter"),
        text(body, "sortBy"),
        text(body, "sortOrder"),
        whole(body, "startIndex"),
        whole(body, "count"),
        Projection.of(schema, list(body, "attributes"), list(body, "excludedAttributes")));
  }

  List<ObjectNode> matching(List<ObjectNode> resources) {
    return resources.stream().filter(r -> filter.map(f -> f.matches(r)).orElse(true)).toList();
  }

  ObjectNode answer(List<ObjectNode> resources) {
    return page(matching(resources));
  }

  /** Of what was found already, in its order: the page asked for. */
  ObjectNode page(List<ObjectNode> matching) {
    List<ObjectNode> found = new ArrayList<>(matching);
    sortBy.ifPresent(path -> found.sort(order(path)));
    ObjectNode answer = Json.MAPPER.createObjectNode();
    answer.putArray("schemas").add(LIST);
    answer.put("totalResults", found.size()).put("startIndex", startIndex);
    ArrayNode page = Json.MAPPER.createArrayNode();
    for (int i = startIndex - 1; i < found.size() && page.size() < count; i++)
      page.add(projection.of(found.get(i)));
    answer.put("itemsPerPage", page.size());
    answer.set("Resources", page);
    return answer;
  }

  /** What lacks the value comes last, or first when descending. */
  private Comparator<ObjectNode> order(AttributePath path) {
    Comparator<String> texts = Comparator.nullsLast(Comparator.naturalOrder());
    Comparator<ObjectNode> ascending = Comparator.comparing(r -> key(r, path), texts);
    return descending ? Collections.reverseOrder(ascending) : ascending;
  }

  private static String key(ObjectNode resource, AttributePath path) {
    List<JsonNode> values = Values.at(resource, path);
    JsonNode first = values.isEmpty() ? Json.MAPPER.missingNode() : values.get(0);
    for (JsonNode v : values) if (v.path("primary").asBoolean()) first = v;
    JsonNode plain = first.isObject() ? first.path("value") : first;
    return plain.isMissingNode() ? null : plain.asText().toLowerCase(Locale.ROOT); // nullsLast
  }

  private static String text(JsonNode body, String name) {
    JsonNode value = Values.child(body, name);
    return value.isTextual() ? value.asText() : null; // as an absent query parameter
  }

  private static Integer whole(JsonNode body, String name) {
    JsonNode value = Values.child(body, name);
    return value.isInt() ? value.intValue() : null; // as an absent query parameter
  }

  private static String list(JsonNode body, String name) {
    JsonNode value = Values.child(body, name);
    if (value.isTextual()) return value.asText();
    List<String> names = new ArrayList<>();
    value.forEach(v -> names.add(v.asText()));
    return names.isEmpty() ? null : String.join(",", names); // as an absent query parameter
  }
}
