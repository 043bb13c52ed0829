package org.feierabend.decision;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Objects;
import org.feierabend.contact.ContactClass;
import org.feierabend.timeline.Chunk;
import org.feierabend.timeline.Timeline;

/**
 * The timeline of all who share the same facts, with the decisions met so far. Reading takes no
 * lock: decisions are immutable, so a reader sees a whole one or none, and what it misses is made
 * again, equal.
 */
final class Remembered {
  private static final int BLOCKS = 64; // five years of chunks; older ones are cut anew
  private static final VarHandle BLOCK = MethodHandles.arrayElementVarHandle(Block[].class);

  /** A chunk and what was decided in it: per stretch one row, per column of questions a place. */
  static final class Block extends StretchIndex {
    private static final VarHandle ROW = MethodHandles.arrayElementVarHandle(Decision[][].class);
    private static final int STEP = 8; // rows grow by as many places

    private final Remembered owner;
    private final int number;
    private final KnownCells.Row[] kinds;
    private final Decision[][] rows;

    private Block(Remembered owner, int number, Chunk chunk) {
      super(chunk);
      this.owner = owner;
      this.number = number;
      this.kinds = new KnownCells.Row[chunk.size()];
      Arrays.setAll(kinds, i -> owner.cells.row(chunk.kind(i)));
      this.rows = new Decision[chunk.size()][];
    }

    Remembered owner() {
      return owner;
    }

    int number() {
      return number;
    }

    Cell cell(int stretch, int column, ContactClass contact, Surroundings around) {
      return kinds[stretch].cell(column, contact, around);
    }

    /** Null where nobody asked before. */
    Decision find(int stretch, int column) {
      Decision[] row = (Decision[]) ROW.getAcquire(rows, stretch);
      return row != null && column < row.length ? row[column] : null;
    }

    /** Returns the decision that stands: the given one, or one remembered meanwhile. */
    synchronized Decision remember(int stretch, int column, Decision decision) {
      Decision known = find(stretch, column);
      if (known != null) return known;
      Decision[] row = rows[stretch];
      if (row == null || column >= row.length) {
        int length = (column / STEP + 1) * STEP;
        row = row == null ? new Decision[length] : Arrays.copyOf(row, length);
      }
      row[column] = decision;
      ROW.setRelease(rows, stretch, row);
      return decision;
    }
  }

  private final Timeline timeline;
  private final KnownCells cells;
  private final Block[] blocks = new Block[BLOCKS];

  Remembered(Timeline timeline, KnownCells cells) {
    this.timeline = timeline;
    this.cells = cells;
  }

  Block block(int number) {
    Block block = (Block) BLOCK.getAcquire(blocks, number & (BLOCKS - 1));
    return block != null && block.number == number ? block : cut(number);
  }

  /** Cuts the latest block of the other and the one behind it, where contacts wait for. */
  void cutLike(Remembered other) {
    Arrays.stream(other.blocks)
        .filter(Objects::nonNull)
        .mapToInt(Block::number)
        .max()
        .ifPresent(
            latest -> {
              block(latest);
              block(latest + 1);
            });
  }

  private synchronized Block cut(int number) {
    Block known = blocks[number & (BLOCKS - 1)];
    if (known != null && known.number == number) return known;
    Block block = new Block(this, number, timeline.chunk(number));
    BLOCK.setRelease(blocks, number & (BLOCKS - 1), block);
    return block;
  }
}
