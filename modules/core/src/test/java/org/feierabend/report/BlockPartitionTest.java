package org.feierabend.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.junit.jupiter.api.Test;

class BlockPartitionTest {
  private static final int K = 20;

  private final List<Unit> units = new ArrayList<>();
  private final Map<UnitId, Integer> staff = new HashMap<>();

  private void unit(String id, String parent, int people) {
    units.add(
        new Unit(
            new UnitId(id),
            new Sentence("Amt " + id, "Office " + id),
            Optional.ofNullable(parent).map(UnitId::new)));
    if (people > 0) staff.put(new UnitId(id), people);
  }

  private BlockPlan plan() {
    return BlockPartition.of("2026-Q1", units, staff, K);
  }

  private Map<String, Integer> blocks() {
    Map<String, Integer> blocks = new HashMap<>();
    plan().blocks().forEach(b -> blocks.put(b.id(), b.headcount()));
    return blocks;
  }

  @Test
  void children_of_k_or_more_are_blocks_and_the_others_are_the_rest_of_their_parent() {
    unit("p", null, 0);
    unit("a", "p", 20);
    unit("b", "p", 19);
    unit("c", "p", 1);
    assertEquals(Map.of("a", 20, "rest-of-p", 20), blocks());
    assertEquals("Office p (rest)", plan().blocks().get(1).name().en());
  }

  @Test
  void
      a_rest_below_k_absorbs_the_smallest_block_beneath_and_of_equals_the_one_with_the_smaller_id() {
    unit("p", null, 3);
    unit("c", "p", 25);
    unit("b", "p", 25);
    unit("a", "p", 30);
    assertEquals(Map.of("a", 30, "c", 25, "rest-of-p", 28), blocks());
    assertEquals(Optional.empty(), plan().blocksOf(new UnitId("b")));
    assertEquals(3, plan().blocksOf(new UnitId("p")).orElseThrow().size());
  }

  @Test
  void where_there_is_no_block_beneath_the_rest_moves_up() {
    unit("top", null, 0);
    unit("p", "top", 2);
    unit("a", "p", 8);
    unit("q", "top", 0);
    unit("b", "q", 15);
    assertEquals(Map.of("rest-of-top", 25), blocks());
    assertEquals("Amt top", plan().blocks().get(0).name().de());
    assertEquals(Optional.empty(), plan().blocksOf(new UnitId("p")));
  }

  @Test
  void a_parents_own_staff_is_a_block_when_it_is_large_enough() {
    unit("p", null, 40);
    unit("own-staff-of-p", "p", 50);
    assertEquals(Map.of("own-staff-of-p~", 40, "own-staff-of-p", 50), blocks());
  }

  @Test
  void several_roots_are_pooled_like_siblings() {
    unit("a", null, 100);
    unit("b", null, 5);
    assertEquals(Map.of("rest-of-all", 105), blocks());
  }

  @Test
  void fewer_than_k_people_and_none_at_all_have_no_block() {
    assertTrue(blocks().isEmpty());
    unit("p", null, 4);
    unit("a", "p", 15);
    assertTrue(blocks().isEmpty());
    assertEquals(Optional.empty(), plan().blocksOf(new UnitId("p")));
    assertEquals(19, plan().headcount(new UnitId("p")));
  }

  @Test
  void the_order_in_which_units_are_given_changes_nothing() {
    Random random = new Random(11);
    for (int i = 0; i < 100; i++) {
      grow(random, 40);
      BlockPlan first = plan();
      Collections.shuffle(units, random);
      assertEquals(first, plan());
    }
  }

  @Test
  void nothing_published_tells_fewer_than_k_people_apart() {
    Random random = new Random(12);
    int smallest = Integer.MAX_VALUE;
    for (int i = 0; i < 500; i++) {
      grow(random, 1 + random.nextInt(30));
      BlockPlan plan = plan();
      int everybody = staff.values().stream().mapToInt(Integer::intValue).sum();
      int placed = plan.blocks().stream().mapToInt(BlockPlan.Block::headcount).sum();
      assertEquals(everybody < K ? 0 : everybody, placed);
      // each unit's staff lies in one block or none, and whatever is published is a sum of blocks
      smallest = Math.min(smallest, SmallestSet.assertAtLeast(K, plan, staff));
    }
    MeasuredFigures.note(
        "8", "tracker: smallest recoverable set", "" + smallest, "≥ " + K, "500 trees");
  }

  @Test
  void wrong_trees_and_a_small_k_are_refused() {
    unit("p", null, 4);
    assertThrows(
        IllegalArgumentException.class, () -> BlockPartition.of("2026-Q1", units, staff, 9));
    staff.put(new UnitId("ghost"), 1);
    assertThrows(IllegalArgumentException.class, this::plan);
    staff.clear();
    unit("a", "nowhere", 4);
    assertThrows(IllegalArgumentException.class, this::plan);
    units.remove(1);
    unit("a", "b", 1);
    unit("b", "a", 1);
    assertThrows(IllegalArgumentException.class, this::plan);
  }

  private void grow(Random random, int size) {
    units.clear();
    staff.clear();
    for (int u = 0; u < size; u++) {
      int people = random.nextInt(3) == 0 ? random.nextInt(60) : random.nextInt(15);
      unit("u" + u, u == 0 || random.nextInt(12) == 0 ? null : "u" + random.nextInt(u), people);
    }
  }
}
