package org.feierabend.report;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * One thing that moves a counter of the open week: who (under the week's key), in which block, what
 * it does, and the digest that makes it count once. Travels sealed under {@link WeekKey}; all marks
 * are of one length, so that an erasure looks like a contact.
 *
 * @param block index of the block in the quarter's frozen plan
 */
public record Mark(byte[] pseudonym, int block, Move move, byte[] refDigest) {
  private static final int BYTES = 2 * WeekKey.DIGEST_BYTES + Integer.BYTES + 1;

  public Mark {
    Objects.requireNonNull(move, "move");
    if (pseudonym.length != WeekKey.DIGEST_BYTES || refDigest.length != WeekKey.DIGEST_BYTES)
      throw new IllegalArgumentException("A mark's pseudonym and digest have 16 bytes each.");
    if (block < 0) throw new IllegalArgumentException("A block index is not negative: " + block);
  }

  /** A mark that counts towards an indicator. */
  public Mark(byte[] pseudonym, int block, Indicator indicator, byte[] refDigest) {
    this(pseudonym, block, Move.of(indicator), refDigest);
  }

  public byte[] toBytes() {
    return ByteBuffer.allocate(BYTES)
        .put(pseudonym)
        .putInt(block)
        .put((byte) move.ordinal())
        .put(refDigest)
        .array();
  }

  public static Mark fromBytes(byte[] bytes) {
    if (bytes.length != BYTES)
      throw new IllegalArgumentException(
          "A mark has %d bytes, but got %d.".formatted(BYTES, bytes.length));
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte[] pseudonym = new byte[WeekKey.DIGEST_BYTES];
    in.get(pseudonym);
    int block = in.getInt();
    Move move = Move.values()[in.get()];
    byte[] digest = new byte[WeekKey.DIGEST_BYTES];
    in.get(digest);
    return new Mark(pseudonym, block, move, digest);
  }
}
