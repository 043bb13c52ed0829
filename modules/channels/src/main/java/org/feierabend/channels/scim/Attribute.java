package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.feierabend.channels.http.Json;

/**
 * One attribute of a schema (RFC 7643, section 7).
 *
 * @param mutability readWrite, readOnly or immutable
 * @param returned always or default
 */
record Attribute(
    String name,
    String type,
    boolean multi,
    boolean caseExact,
    boolean required,
    String mutability,
    String returned,
    String uniqueness,
    String description,
    List<Attribute> sub) {

  static Attribute text(String name, String description) {
    return usual(name, "string", false, description);
  }

  static Attribute flag(String name, String description) {
    return usual(name, "boolean", false, description);
  }

  static Attribute list(String name, String description, Attribute... sub) {
    return usual(name, "complex", true, description, sub);
  }

  static Attribute group(String name, String description, Attribute... sub) {
    return usual(name, "complex", false, description, sub);
  }

  private static Attribute usual(
      String name, String type, boolean multi, String description, Attribute... sub) {
    return new Attribute(
        name, type, multi, false, false, "readWrite", "default", "none", description, List.of(sub));
  }

  Attribute unique() {
    return with(true, required, mutability, returned, "server");
  }

  Attribute exact() {
    return with(true, required, mutability, returned, uniqueness);
  }

  Attribute readOnly() {
    return with(caseExact, required, "readOnly", returned, uniqueness);
  }

  Attribute needed() {
    return with(caseExact, true, mutability, returned, uniqueness);
  }

  /** The key of open weeks: it must not move. */
  Attribute key() {
    return with(false, true, "immutable", returned, "server");
  }

  Attribute always() {
    return with(caseExact, required, mutability, "always", uniqueness);
  }

  private Attribute with(boolean exact, boolean need, String mutable, String when, String unique) {
    return new Attribute(name, type, multi, exact, need, mutable, when, unique, description, sub);
  }

  Optional<Attribute> part(String wanted) {
    return sub.stream().filter(a -> a.name.equalsIgnoreCase(wanted)).findFirst();
  }

  ObjectNode json() {
    ObjectNode out =
        Json.MAPPER
            .createObjectNode()
            .put("name", name)
            .put("type", type)
            .put("multiValued", multi)
            .put("description", description)
            .put("required", required);
    if (!type.equals("boolean") && !type.equals("complex")) out.put("caseExact", caseExact);
    out.put("mutability", mutability).put("returned", returned);
    if (!type.equals("complex")) out.put("uniqueness", uniqueness);
    if (!sub.isEmpty()) {
      ArrayNode parts = out.putArray("subAttributes");
      sub.forEach(a -> parts.add(a.json()));
    }
    return out;
  }
}
