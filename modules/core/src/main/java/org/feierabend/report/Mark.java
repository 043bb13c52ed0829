package org.feierabend.report;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * One thing to be counted in the open week: who (under the week's key), in which block, towards
 * which indicator, and the digest that makes it count once. Travels sealed under {@link WeekKey}.
 *
 * @param block index of the block in the quarter's frozen plan
 */
public record Mark(byte[] pseudonym, int block, Indicator indicator, byte[] refDigest) {
  private static final int BYTES = 2 * WeekKey.DIGEST_BYTES + Integer.BYTES + 1;

  public Mark {
    Objects.requireNonNull(indicator, "indicator");
    if (pseudonym.length != WeekKey.DIGEST_BYTES || refDigest.length != WeekKey.DIGEST_BYTES)
      throw new IllegalArgumentException("A mark's pseudonym and digest have 16 bytes each.");
    if (block < 0) throw new IllegalArgumentException("A block index is not negative: " + block);
  }

  public byte[] toBytes() {
    return ByteBuffer.allocate(BYTES)
        .put(pseudonym)
        .putInt(block)
        .put((byte) indicator.ordinal())
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
    Indicator indicator = Indicator.values()[in.get()];
    byte[] digest = new byte[WeekKey.DIGEST_BYTES];
    in.get(digest);
    return new Mark(pseudonym, block, indicator, digest);
  }
}
