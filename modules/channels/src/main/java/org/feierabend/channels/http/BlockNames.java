package org.feierabend.channels.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Unit;
import org.feierabend.report.BlockPlan;

/** Blocks in the words of the organisation: a unit's own name, or what is pooled of it. */
final class BlockNames {
  private static final String REST = "rest-of-";

  private final Map<String, Sentence> units = new HashMap<>();

  BlockNames(List<Unit> units) {
    for (Unit unit : units) this.units.put(unit.id().value(), unit.name());
  }

  Sentence of(BlockPlan.Block block) {
    Sentence own = units.get(block.id());
    if (own != null) return own;
    String of = block.id().startsWith(REST) ? block.id().substring(REST.length()) : block.id();
    Sentence parent = units.getOrDefault(of, new Sentence(of, of));
    return new Sentence("Übrige in " + parent.de(), "Others in " + parent.en());
  }
}
