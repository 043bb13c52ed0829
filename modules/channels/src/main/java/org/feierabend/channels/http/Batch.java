package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An AuthZEN batch: each evaluation with the defaults of the whole filled in.
 *
 * @param group the asker wants counts of one message to many: {@code context.group}
 */
record Batch(List<Fields> requests, Semantic semantic, boolean group) {
  static final int MOST = 1000;
  private static final List<String> DEFAULTS = List.of("subject", "action", "resource", "context");

  /** What every entity needs; taken from the whole where an entity of an evaluation lacks it. */
  private static final List<String> NEEDED = List.of("type", "id", "name");

  enum Semantic {
    EXECUTE_ALL,
    DENY_ON_FIRST_DENY,
    PERMIT_ON_FIRST_PERMIT;

    /** Whether the batch ends after this decision. */
    boolean endsWith(boolean permitted) {
      return this == DENY_ON_FIRST_DENY && !permitted
          || this == PERMIT_ON_FIRST_PERMIT && permitted;
    }
  }

  static Batch read(JsonNode request) {
    Fields whole = new Fields(request, "");
    DEFAULTS.forEach(whole::optionalObject);
    List<Fields> requests = new ArrayList<>();
    for (Fields one : whole.objects("evaluations"))
      requests.add(new Fields(merged(request, (ObjectNode) one.node()), one.pointer()));
    if (requests.size() > MOST)
      throw Trouble.field(
          "/evaluations",
          "Höchstens %d Fragen auf einmal.".formatted(MOST),
          "At most %d evaluations at once.".formatted(MOST));
    boolean group = whole.optionalObject("context").map(c -> c.flag("group")).orElse(false);
    return new Batch(requests, semantic(whole), group);
  }

  private static Semantic semantic(Fields whole) {
    return whole
        .optionalObject("options")
        .flatMap(o -> o.optional("evaluations_semantic").map(name -> named(o, name)))
        .orElse(Semantic.EXECUTE_ALL);
  }

  private static Semantic named(Fields options, String name) {
    for (Semantic s : Semantic.values())
      if (s.name().toLowerCase(Locale.ROOT).equals(name)) return s;
    throw options.expected(
        "evaluations_semantic", "execute_all, deny_on_first_deny, permit_on_first_permit");
  }

  private static ObjectNode merged(JsonNode defaults, ObjectNode one) {
    ObjectNode merged = one.deepCopy();
    for (String name : DEFAULTS)
      if (!merged.has(name) && defaults.has(name)) merged.set(name, defaults.get(name));
      else if (!name.equals("context")) complete(merged.path(name), defaults.path(name));
    return merged;
  }

  private static void complete(JsonNode entity, JsonNode whole) {
    if (!(entity instanceof ObjectNode object)) return;
    for (String name : NEEDED)
      if (!object.has(name) && whole.has(name)) object.set(name, whole.get(name));
  }
}
