package org.feierabend.decision;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.feierabend.timeline.Chunk;
import org.feierabend.timeline.Timeline;

/**
 * The timeline of all who share the same facts, with the decisions met so far. Reading takes no
 * lock; a decision made twice by a race is made equal.
 */
final class Remembered {
  private static final int SLOTS =
      256; // stretches of four weeks times the usual handful of classes
  private static final int MOST_BLOCKS = 64; // five years of chunks; older ones are cut anew

  record Node(int stretch, int question, Decision decision, Node next) {}

  /** A chunk and what was decided in it. */
  record Block(Chunk chunk, AtomicReferenceArray<Node> decided) {
    Decision find(int stretch, int question) {
      for (Node n = decided.get(slot(stretch, question)); n != null; n = n.next)
        if (n.stretch == stretch && n.question == question) return n.decision;
      return null;
    }

    Decision remember(int stretch, int question, Decision decision) {
      int slot = slot(stretch, question);
      decided.updateAndGet(slot, next -> new Node(stretch, question, decision, next));
      return decision;
    }

    private static int slot(int stretch, int question) {
      int mixed = (stretch * 31 + question) * 0x9E3779B1;
      return mixed >>> 24;
    }
  }

  private record Blocks(int first, Block[] items) {}

  private final Timeline timeline;
  private volatile Blocks blocks = new Blocks(0, new Block[0]);

  Remembered(Timeline timeline) {
    this.timeline = timeline;
  }

  Block block(int number) {
    Blocks now = blocks;
    int index = number - now.first;
    if (index >= 0 && index < now.items.length && now.items[index] != null) return now.items[index];
    return cut(number);
  }

  private synchronized Block cut(int number) {
    Blocks old = blocks;
    int index = number - old.first;
    if (index >= 0 && index < old.items.length && old.items[index] != null) return old.items[index];
    Block block = new Block(timeline.chunk(number), new AtomicReferenceArray<>(SLOTS));
    int first = old.items.length == 0 ? number : Math.min(old.first, number);
    int end =
        old.items.length == 0 ? number + 1 : Math.max(old.first + old.items.length, number + 1);
    if (end - first > MOST_BLOCKS) {
      blocks = new Blocks(number, new Block[] {block});
      return block;
    }
    Block[] items = new Block[end - first];
    System.arraycopy(
        old.items, 0, items, old.items.length == 0 ? 0 : old.first - first, old.items.length);
    items[number - first] = block;
    blocks = new Blocks(first, items);
    return block;
  }
}
