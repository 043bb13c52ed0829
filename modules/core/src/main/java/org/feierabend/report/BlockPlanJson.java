package org.feierabend.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.decision.Sentence;
import org.feierabend.people.UnitId;

/** A block plan as canonical JSON: how it is stored, and how a release shows it. */
public final class BlockPlanJson {
  private BlockPlanJson() {}

  public static String write(BlockPlan plan) {
    return CanonicalJson.write(
        Map.of(
            "quarter", plan.quarter(),
            "k", plan.k(),
            "units", units(plan),
            "blocks", plan.blocks().stream().map(BlockPlanJson::block).toList()));
  }

  public static BlockPlan read(String json) {
    return read(JsonReader.object(json));
  }

  /** From any object with quarter, k, units and blocks, such as a RELEASE row. */
  static BlockPlan read(Map<String, Object> json) {
    JsonFields fields = new JsonFields(json);
    return new BlockPlan(
        fields.text("quarter"),
        Math.toIntExact(fields.number("k")),
        fields.objects("units").stream().map(BlockPlanJson::unit).toList(),
        fields.objects("blocks").stream().map(BlockPlanJson::block).toList());
  }

  static List<Map<String, Object>> units(BlockPlan plan) {
    return plan.units().stream().map(BlockPlanJson::unit).toList();
  }

  static Map<String, Object> block(BlockPlan.Block block) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", block.id());
    json.put("name", name(block.name()));
    json.put("units", block.units().stream().map(UnitId::value).toList());
    json.put("headcount", block.headcount());
    return json;
  }

  private static Map<String, Object> unit(BlockPlan.UnitStaff unit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", unit.id().value());
    unit.parent().ifPresent(parent -> json.put("parent", parent.value()));
    json.put("name", name(unit.name()));
    json.put("staff", unit.staff());
    return json;
  }

  private static Map<String, Object> name(Sentence name) {
    return Map.of("de", name.de(), "en", name.en());
  }

  private static BlockPlan.UnitStaff unit(JsonFields json) {
    Optional<UnitId> parent =
        json.has("parent") ? Optional.of(new UnitId(json.text("parent"))) : Optional.empty();
    return new BlockPlan.UnitStaff(
        new UnitId(json.text("id")), parent, name(json), Math.toIntExact(json.number("staff")));
  }

  private static BlockPlan.Block block(JsonFields json) {
    return new BlockPlan.Block(
        json.text("id"),
        name(json),
        json.texts("units").stream().map(UnitId::new).toList(),
        Math.toIntExact(json.number("headcount")));
  }

  private static Sentence name(JsonFields json) {
    JsonFields name = json.object("name");
    return new Sentence(name.text("de"), name.text("en"));
  }
}
