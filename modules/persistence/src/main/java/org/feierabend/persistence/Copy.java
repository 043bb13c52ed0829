package org.feierabend.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.util.ByteStreamWriter;

/**
 * Rows on their way into a table in PostgreSQL's binary COPY format: no text is written and read
 * again, and nothing is looked up before a row goes in.
 */
final class Copy {
  /** Fewer rows are put in faster by one INSERT. */
  private static final int WORTH_IT = 100;

  private static final String THERE_ALREADY = "23505";
  private static final byte[] HEAD = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private byte[] rows = new byte[1 << 16];
  private int end;

  Copy() {
    put(HEAD).four(0).four(0); // neither flags nor an extension
  }

  static boolean pays(int rows) {
    return rows >= WORTH_IT;
  }

  /** Begins a row; so many values follow. */
  Copy row(int columns) {
    return two(columns);
  }

  Copy bytes(byte[] value) {
    return four(value.length).put(value);
  }

  Copy text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  Copy integer(int value) {
    return four(Integer.BYTES).four(value);
  }

  Copy number(long value) {
    return four(Long.BYTES).four((int) (value >>> Integer.SIZE)).four((int) value);
  }

  Copy bool(boolean value) {
    four(1).room(1);
    rows[end++] = (byte) (value ? 1 : 0);
    return this;
  }

  /** To the nearest microsecond, as PostgreSQL reads it from text. */
  Copy instant(Instant value) {
    Duration since = Duration.between(EPOCH, value);
    return number(
        Math.addExact(
            Math.multiplyExact(since.getSeconds(), 1_000_000L), (since.getNano() + 500) / 1_000));
  }

  /**
   * Puts the rows into a table.
   *
   * @param table with its columns
   */
  void into(Connection c, String table) throws SQLException {
    two(-1);
    try {
      c.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "COPY " + table + " FROM STDIN (FORMAT binary)",
              ByteStreamWriter.of(ByteBuffer.wrap(rows, 0, end)));
    } catch (IOException e) {
      throw new SQLException("The connection broke while rows were sent.", "08006", e);
    }
  }

  /** All of them or none: false when one is there already. */
  boolean unlessThere(Connection c, String table) throws SQLException {
    Savepoint before = c.setSavepoint();
    try {
      into(c, table);
    } catch (SQLException e) {
      if (!THERE_ALREADY.equals(e.getSQLState())) throw e;
      c.rollback(before);
      return false;
    }
    c.releaseSavepoint(before);
    return true;
  }

  private Copy two(int value) {
    room(Short.BYTES);
    rows[end++] = (byte) (value >>> 8);
    rows[end++] = (byte) value;
    return this;
  }

  private Copy four(int value) {
    two(value >>> 16);
    return two(value);
  }

  private Copy put(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, rows, end, more.length);
    end += more.length;
    return this;
  }

  private void room(int bytes) {
    if (rows.length - end >= bytes) return;
    int twice = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * rows.length);
    rows = Arrays.copyOf(rows, Math.max(Math.addExact(end, bytes), twice));
  }
}
