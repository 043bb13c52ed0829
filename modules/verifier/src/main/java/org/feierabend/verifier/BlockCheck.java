package org.feierabend.verifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is published is big enough, adds up, follows from headcounts alone and stays for a quarter.
 */
final class BlockCheck implements Check<Row> {
  private static final int SMALLEST_K = 10;

  @Override
  public Said name() {
    return new Said("Blöcke", "blocks");
  }

  @Override
  public Said run(List<? extends Row> ledger) throws Wrong {
    Map<String, Row> quarters = new HashMap<>();
    int blocks = 0;
    for (Row row : ledger) {
      if (row.release() == null) continue;
      try {
        check(row);
      } catch (Wrong e) {
        throw new Wrong("Eintrag %d: %s", "row %d: %s", row.seq(), e.said());
      }
      Row first = quarters.putIfAbsent(row.release().quarter(), row);
      if (first != null && !sameBlocks(first.release(), row.release()))
        throw new Wrong(
            "Eintrag %d: Die Blöcke von %s sind nicht die von Eintrag %d; für das Quartal stehen sie fest",
            "row %d: the blocks of %s are not those of row %d; they are frozen for the quarter",
            row.seq(),
            row.release().quarter(),
            first.seq());
      blocks += row.release().blocks().size();
    }
    return Said.of(
        "%d Blöcke, jeder nach der Regel und mit k Personen oder mehr, übergeordnete sind die Summen ihrer Blöcke",
        "%d blocks, each as the rule says and of k people or more, parents are the sums of their blocks",
        blocks);
  }

  private static void check(Row row) throws Wrong {
    Row.Release release = row.release();
    if (release.k() < SMALLEST_K)
      throw new Wrong("k ist %d, weniger als %d", "k is %d, below %d", release.k(), SMALLEST_K);
    if (!release.quarter().equals(row.quarterOfWeek()))
      throw new Wrong(
          "Woche %s liegt nicht in %s",
          "week %s does not lie in %s", row.week(), release.quarter());
    Map<String, Integer> staff = new TreeMap<>();
    Set<String> canaries = Partition.canaries(release);
    long everybody = 0;
    long invented = 0;
    for (Row.Unit unit : release.units()) {
      staff.put(unit.id(), unit.staff());
      if (canaries.contains(unit.id())) invented += unit.staff();
      else everybody += unit.staff();
    }
    Map<String, TreeSet<String>> due = Partition.of(release);
    long placed = 0;
    for (Row.Block block : release.blocks()) {
      if (block.headcount() < release.k())
        throw new Wrong(
            "Block „%s“ hat %d Personen, k ist %d",
            "block '%s' has %d people, k is %d", block.id(), block.headcount(), release.k());
      TreeSet<String> expected = due.remove(block.id());
      if (expected == null || !List.copyOf(expected).equals(block.units()))
        throw new Wrong(
            "Block „%s“ folgt nicht aus den Kopfzahlen",
            "block '%s' does not follow from the headcounts", block.id());
      long people = 0;
      for (String unit : block.units()) people += staff.get(unit);
      if (people != block.headcount())
        throw new Wrong(
            "Block „%s“ nennt %d Personen, seine Einheiten haben %d",
            "block '%s' says %d people, its units have %d", block.id(), block.headcount(), people);
      placed += people;
    }
    if (!due.isEmpty())
      throw new Wrong("Block „%s“ fehlt", "block '%s' is missing", due.keySet().iterator().next());
    long owed = (everybody < release.k() ? 0 : everybody) + (invented < release.k() ? 0 : invented);
    if (placed != owed)
      throw new Wrong(
          "%d Personen und %d erfundene, aber %d in Blöcken",
          "%d people and %d canaries, but %d in blocks", everybody, invented, placed);
  }

  private static boolean sameBlocks(Row.Release a, Row.Release b) {
    return a.k() == b.k()
        && a.units().equals(b.units())
        && a.blocks().stream()
            .map(BlockCheck::place)
            .toList()
            .equals(b.blocks().stream().map(BlockCheck::place).toList());
  }

  private static List<Object> place(Row.Block block) {
    return List.of(block.id(), block.units(), block.headcount());
  }
}
