package org.feierabend.persistence;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/** What counts once: a week's table of digests. */
record Digests(Connection c, String table) {
  /**
   * Puts the digests in and returns what stands under those that were not there. Mostly that is
   * all; only when it is not, each is looked up.
   *
   * @param byDigest sorted: two writers cannot deadlock
   */
  <T> Collection<T> put(SortedMap<ByteBuffer, T> byDigest) throws SQLException {
    if (Copy.pays(byDigest.size()) && allNew(byDigest)) return byDigest.values();
    List<ByteBuffer> fresh =
        Sql.query(
            c,
            "INSERT INTO " + table + " SELECT unnest(?) ON CONFLICT DO NOTHING RETURNING digest",
            r -> ByteBuffer.wrap(r.getBytes(1)),
            Sql.bytes(c, byDigest.keySet().stream().map(Digests::bytes).toList()));
    if (fresh.size() == byDigest.size()) return byDigest.values();
    return fresh.stream().<T>map(byDigest::get).toList();
  }

  private boolean allNew(SortedMap<ByteBuffer, ?> byDigest) throws SQLException {
    Copy rows = new Copy();
    for (ByteBuffer digest : byDigest.keySet()) rows.row(1).bytes(bytes(digest));
    return rows.unlessThere(c, table + " (digest)");
  }

  static byte[] bytes(ByteBuffer digest) {
    if (digest.hasArray() && digest.array().length == digest.remaining()) return digest.array();
    byte[] bytes = new byte[digest.remaining()];
    digest.duplicate().get(bytes);
    return bytes;
  }
}
