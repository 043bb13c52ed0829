package org.feierabend.persistence;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;
import org.feierabend.people.UnitId;
import org.feierabend.report.BlockPlan;
import org.feierabend.report.BlockPlan.Block;

/** A plan's blocks as JSON and back; their order is their index. */
final class BlockPlanJson {
  private BlockPlanJson() {}

  static String write(BlockPlan plan) {
    JsonArrayBuilder blocks = Json.createArrayBuilder();
    for (Block block : plan.blocks()) {
      JsonArrayBuilder units = Json.createArrayBuilder();
      block.units().forEach(u -> units.add(u.value()));
      blocks.add(
          Json.createObjectBuilder()
              .add("id", block.id())
              .add("units", units)
              .add("headcount", block.headcount()));
    }
    return blocks.build().toString();
  }

  static BlockPlan read(String quarter, String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      List<Block> blocks =
          reader.readArray().stream()
              .map(v -> v.asJsonObject())
              .map(
                  b ->
                      new Block(
                          b.getString("id"),
                          b.getJsonArray("units").getValuesAs(JsonString.class).stream()
                              .map(u -> new UnitId(u.getString()))
                              .toList(),
                          b.getInt("headcount")))
              .toList();
      return new BlockPlan(quarter, blocks);
    }
  }
}
