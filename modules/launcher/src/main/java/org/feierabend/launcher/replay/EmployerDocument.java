package org.feierabend.launcher.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.feierabend.timeline.IsoWeek;

/** The employer a replay happens in, as {@code POST /api/v1/employers} takes it. */
final class EmployerDocument {
  /** Nuremberg: Bavarian holidays, no Mariä Himmelfahrt. */
  static final String MUNICIPALITY = "09564000";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode root = JSON.createObjectNode();
  private final ArrayNode units;
  private final ArrayNode people;

  EmployerDocument(String id, String name, ZoneId zone, LocalDate start, String policy) {
    root.put("id", id)
        .put("name", name)
        .put("zone", zone.getId())
        .put("municipality", MUNICIPALITY)
        .put("clock", "event")
        .put("start", IsoWeek.of(start).monday().toString())
        .put("synthetic", true)
        .put("policy", policy);
    units = root.putArray("units");
    people = root.putArray("people");
  }

  EmployerDocument unit(String id, String german, String english, String parent) {
    ObjectNode unit = units.addObject().put("id", id);
    unit.putObject("name").put("de", german).put("en", english);
    if (parent == null) unit.putNull("parent");
    else unit.put("parent", parent);
    return this;
  }

  ObjectNode person(String id, String unit) {
    return people.addObject().put("id", id).put("unit", unit);
  }

  int people() {
    return people.size();
  }

  ObjectNode json() {
    return root;
  }
}
