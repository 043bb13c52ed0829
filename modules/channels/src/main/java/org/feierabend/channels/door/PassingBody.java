package org.feierabend.channels.door;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is read once and kept nowhere: a witness reads along, and too much is too much. */
public final class PassingBody extends FilterInputStream {
  private static final int BUFFER = 8192;

  /** The body is longer than allowed. */
  public static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Sees the bytes that pass. */
  public interface Witness {
    void saw(byte[] bytes, int from, int length);
  }

  private final Witness witness;
  private long left;

  public PassingBody(InputStream body, int longest, Witness witness) {
    super(body);
    this.left = longest;
    this.witness = witness;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int n = super.read(bytes, from, length);
    if (n <= 0) return n;
    left -= n;
    if (left < 0) throw new TooLong();
    witness.saw(bytes, from, n);
    return n;
  }

  /** What the parser left. */
  public void drain() throws IOException {
    byte[] rest = new byte[BUFFER];
    while (read(rest, 0, rest.length) >= 0) continue;
  }
}
