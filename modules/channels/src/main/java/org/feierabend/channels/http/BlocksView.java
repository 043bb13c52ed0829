package org.feierabend.channels.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Account;
import org.feierabend.people.Staff;
import org.feierabend.people.UnitId;
import org.feierabend.report.BlockPartition;
import org.feierabend.report.BlockPlan;
import org.feierabend.report.BlockPlan.Block;
import org.feierabend.report.BlockShift;

/**
 * Which blocks a quarter would have after a change of the directory, and what may be reported then.
 *
 * @param k smallest block
 * @param blocks as they would be
 * @param gone blocks there would be without the change, and with it no more
 * @param together units of which nothing is reported alone, only within a bigger block
 * @param unreported people who would be in no block: nothing is reported of them
 */
record BlocksView(
    String quarter,
    int k,
    List<One> blocks,
    List<One> gone,
    List<UnitView> together,
    int unreported) {
  /**
   * @param headcount as it would be; of a block that is gone, as it was
   * @param before headcount without the change; absent for a new block
   * @param units whose own people are in it
   * @param change {@code same}, {@code new}, {@code changed} or {@code gone}
   */
  record One(
      String id, Sentence name, int headcount, Integer before, List<String> units, String change) {
    static One of(BlockShift shift) {
      Block block = shift.after().or(shift::before).orElseThrow();
      Optional<Integer> before = shift.before().map(Block::headcount);
      return new One(
          block.id(),
          block.name(),
          block.headcount(),
          before.orElse(null),
          block.units().stream().map(UnitId::value).toList(),
          shift.kind().name().toLowerCase(Locale.ROOT));
    }
  }

  static BlocksView of(Account account, String quarter, int k) {
    BlockPlan after = plan(account.after(), quarter, k);
    List<One> all =
        BlockShift.between(plan(account.before(), quarter, k), after).stream()
            .map(One::of)
            .toList();
    return new BlocksView(
        quarter,
        k,
        all.stream().filter(o -> !o.change().equals("gone")).toList(),
        all.stream().filter(o -> o.change().equals("gone")).toList(),
        BlockShift.notAlone(after).stream()
            .map(u -> new UnitView(u.id().value(), u.name()))
            .toList(),
        BlockShift.unreported(after));
  }

  private static BlockPlan plan(Staff staff, String quarter, int k) {
    return BlockPartition.of(quarter, staff.units(), staff.headcounts(), k);
  }
}
