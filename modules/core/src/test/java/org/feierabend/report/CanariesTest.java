package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.junit.jupiter.api.Test;

class CanariesTest {
  private final List<Unit> units = new ArrayList<>();
  private final Map<UnitId, Integer> staff = new HashMap<>();

  private void unit(String id, String parent, int people) {
    units.add(
        new Unit(
            new UnitId(id), new Sentence(id, id), Optional.ofNullable(parent).map(UnitId::new)));
    staff.put(new UnitId(id), people);
  }

  private BlockPlan plan() {
    return BlockPartition.of("2026-Q1", units, staff, 20);
  }

  private List<String> blocks(BlockPlan plan) {
    return plan.blocks().stream().map(BlockPlan.Block::id).toList();
  }

  @Test
  void canaries_are_never_pooled_with_people() {
    unit("town", null, 3);
    unit("a", "town", 30);
    unit("b", "town", 25);
    unit("canary", null, 0);
    unit("c1", "canary", 20);
    unit("c2", "canary", 7);
    BlockPlan plan = plan();
    assertEquals(List.of("a", "rest-of-town", "rest-of-canary"), blocks(plan));
    assertEquals(List.of(0, 1), plan.real());
    assertEquals(58, plan.real().stream().mapToInt(b -> plan.blocks().get(b).headcount()).sum());
  }

  @Test
  void real_people_too_few_for_a_block_do_not_get_one_from_canaries() {
    unit("village", null, 12);
    unit("canary", null, 0);
    unit("c1", "canary", 40);
    assertEquals(List.of("c1"), blocks(plan()));
    assertTrue(plan().real().isEmpty());
  }

  @Test
  void a_unit_of_that_name_elsewhere_is_a_unit_like_any_other() {
    unit("zoo", null, 0);
    unit("canary", "zoo", 40);
    assertEquals(List.of(0), plan().real());
    assertTrue(Canaries.units(units).isEmpty());
  }
}
