package org.feierabend.decision;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.feierabend.timeline.Chunk;
import org.feierabend.timeline.Timeline;

/**
 * The timeline of all who share the same facts, with the decisions met so far. Reading takes no
 * lock: nodes are immutable, so a reader sees a whole one or none, and what it misses is made
 * again, equal.
 */
final class Remembered {
  private static final int BLOCKS = 64; // five years of chunks; older ones are cut anew
  private static final VarHandle BLOCK = MethodHandles.arrayElementVarHandle(Block[].class);

  /** One decision of a chunk; {@code next} met the same slot before. */
  record Node(int stretch, int question, Decision decision, Node next) {}

  /** A chunk and what was decided in it. */
  static final class Block {
    private static final int FIRST_SLOTS = 32;

    private final Remembered owner;
    private final int number;
    private final Chunk chunk;
    private final StretchIndex index;
    private volatile Node[] decided = new Node[FIRST_SLOTS];
    private int size;

    private Block(Remembered owner, int number, Chunk chunk) {
      this.owner = owner;
      this.number = number;
      this.chunk = chunk;
      this.index = new StretchIndex(chunk);
    }

    Remembered owner() {
      return owner;
    }

    int number() {
      return number;
    }

    /** Index of the stretch that holds the instant, given in epoch milliseconds of this block. */
    int stretchAt(long milli) {
      return index.at(milli);
    }

    Chunk chunk() {
      return chunk;
    }

    Decision find(int stretch, int question) {
      Node[] slots = decided;
      for (Node n = slots[slot(slots, stretch, question)]; n != null; n = n.next)
        if (n.stretch == stretch && n.question == question) return n.decision;
      return null;
    }

    /** Returns the decision that stands: the given one, or one remembered meanwhile. */
    synchronized Decision remember(int stretch, int question, Decision decision) {
      Decision known = find(stretch, question);
      if (known != null) return known;
      if (size++ == decided.length) grow();
      put(decided, stretch, question, decision);
      return decision;
    }

    private void grow() {
      Node[] wider = new Node[decided.length * 2];
      for (Node first : decided)
        for (Node n = first; n != null; n = n.next) put(wider, n.stretch, n.question, n.decision);
      decided = wider;
    }

    private static void put(Node[] slots, int stretch, int question, Decision decision) {
      int slot = slot(slots, stretch, question);
      slots[slot] = new Node(stretch, question, decision, slots[slot]);
    }

    private static int slot(Node[] slots, int stretch, int question) {
      int mixed = (stretch * 31 + question) * 0x9E3779B1;
      return (mixed ^ mixed >>> 15) & (slots.length - 1);
    }
  }

  private final Timeline timeline;
  private final Block[] blocks = new Block[BLOCKS];

  Remembered(Timeline timeline) {
    this.timeline = timeline;
  }

  Block block(int number) {
    Block block = (Block) BLOCK.getAcquire(blocks, number & (BLOCKS - 1));
    return block != null && block.number == number ? block : cut(number);
  }

  private synchronized Block cut(int number) {
    Block known = blocks[number & (BLOCKS - 1)];
    if (known != null && known.number == number) return known;
    Block block = new Block(this, number, timeline.chunk(number));
    BLOCK.setRelease(blocks, number & (BLOCKS - 1), block);
    return block;
  }
}
