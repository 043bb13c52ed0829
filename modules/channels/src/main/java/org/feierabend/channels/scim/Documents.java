package org.feierabend.channels.scim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.feierabend.channels.http.Json;
import org.feierabend.people.Person;
import org.feierabend.people.Unit;

/** People and units as resources, with a location and an entity tag of what is shown. */
final class Documents {
  private static final int TAG_BYTES = 9;

  private final House house;
  private final String base;

  /**
   * @param base address of {@code /scim/v2}, without a slash at its end
   */
  Documents(House house, String base) {
    this.house = house;
    this.base = base;
  }

  ObjectNode of(Person person) {
    return of(person, true);
  }

  ObjectNode of(Person person, boolean active) {
    ObjectNode out = Json.MAPPER.createObjectNode();
    out.putArray("schemas").add(Schema.USER.urn()).add(Schema.ENTERPRISE);
    out.put("id", House.id(person));
    person.addresses().externalId().ifPresent(id -> out.put("externalId", id));
    out.put("userName", person.id().value());
    out.put("active", active);
    out.put("timezone", person.facts().zone());
    addresses(out, "emails", "work", person.addresses().mail());
    addresses(out, "ims", "xmpp", person.addresses().chat());
    house
        .staff
        .unit(person.unit())
        .ifPresent(
            unit -> {
              ObjectNode group = out.putArray("groups").addObject();
              group.put("value", house.id(unit)).put("$ref", base + "/Groups/" + house.id(unit));
              group.put("display", unit.name().de()).put("type", "direct");
              out.putObject(Schema.ENTERPRISE).put("department", unit.name().de());
            });
    return described(out, Schema.USER, House.id(person));
  }

  /**
   * @param members left out where nobody asked for them: a house has many
   */
  ObjectNode of(Unit unit, List<Person> people, boolean members) {
    ObjectNode out = Json.MAPPER.createObjectNode();
    out.putArray("schemas").add(Schema.GROUP.urn());
    out.put("id", house.id(unit));
    unit.externalId().ifPresent(id -> out.put("externalId", id));
    out.put("displayName", unit.name().de());
    if (members) {
      ArrayNode list = out.putArray("members");
      for (Person person : people) member(list, House.id(person), "User");
      for (Unit child : house.units())
        if (child.parent().filter(unit.id()::equals).isPresent())
          member(list, house.id(child), "Group");
      if (list.isEmpty()) out.remove("members");
    }
    return described(out, Schema.GROUP, house.id(unit));
  }

  private void member(ArrayNode list, String id, String type) {
    list.addObject().put("value", id).put("$ref", base + "/" + type + "s/" + id).put("type", type);
  }

  private static void addresses(ObjectNode out, String name, String type, List<String> some) {
    if (some.isEmpty()) return;
    ArrayNode list = out.putArray(name);
    for (String address : some) {
      ObjectNode one = list.addObject().put("value", address).put("type", type);
      if (list.size() == 1) one.put("primary", true);
    }
  }

  private ObjectNode described(ObjectNode out, Schema schema, String id) {
    String tag = tag(out);
    out.putObject("meta")
        .put("resourceType", schema.name())
        .put("location", base + schema.endpoint() + "/" + id)
        .put("version", tag);
    return out;
  }

  private static String tag(ObjectNode shown) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(shown.toString().getBytes(StandardCharsets.UTF_8));
      return "W/\"" + HexFormat.of().formatHex(hash, 0, TAG_BYTES) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
