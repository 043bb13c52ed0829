package org.feierabend.persistence;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feierabend.intake.Weeks;
import org.feierabend.report.Indicator;
import org.feierabend.report.Mark;
import org.feierabend.report.Sums;
import org.feierabend.report.WeekKey;

/** The counters of one open week within one transaction. */
record Tallies(Connection c, WeekTables tables) {
  Map<Integer, Long> offsets() throws SQLException {
    Map<Integer, Long> offsets = new TreeMap<>();
    Sql.query(
        c,
        "SELECT partition, next_offset FROM " + tables.markOffset(),
        r -> offsets.put(r.getInt(1), r.getLong(2)));
    return offsets;
  }

  void requireAt(Map<Integer, Long> from) throws SQLException {
    Map<Integer, Long> stored = offsets();
    from.forEach(
        (partition, offset) -> {
          long at = stored.getOrDefault(partition, 0L);
          if (at != offset) throw outOfStep(partition, at, offset);
        });
  }

  void requireReached(Map<Integer, Long> end) throws SQLException {
    Map<Integer, Long> stored = offsets();
    end.forEach(
        (partition, offset) -> {
          long at = stored.getOrDefault(partition, 0L);
          if (at < offset) throw outOfStep(partition, at, offset);
        });
  }

  void move(Map<Integer, Long> next) throws SQLException {
    Map<Integer, Long> sorted = new TreeMap<>(next);
    Sql.update(
        c,
        "INSERT INTO "
            + tables.markOffset()
            + " SELECT * FROM unnest(?, ?)"
            + " ON CONFLICT (partition) DO UPDATE SET next_offset = excluded.next_offset",
        Sql.ints(c, List.copyOf(sorted.keySet())),
        Sql.longs(c, List.copyOf(sorted.values())));
  }

  /** One contact may move two indicators, so a digest counts once for each. */
  void apply(List<Mark> marks) throws SQLException {
    TreeMap<ByteBuffer, Mark> byKey = new TreeMap<>(); // sorted: two readers cannot deadlock
    for (Mark mark : marks) byKey.putIfAbsent(countedKey(mark), mark);
    if (byKey.isEmpty()) return;
    List<ByteBuffer> fresh =
        Sql.query(
            c,
            "INSERT INTO "
                + tables.counted()
                + " SELECT unnest(?) ON CONFLICT DO NOTHING RETURNING digest",
            r -> ByteBuffer.wrap(r.getBytes(1)),
            Sql.bytes(c, byKey.keySet().stream().map(ByteBuffer::array).toList()));
    TreeMap<ByteBuffer, Row> rows = new TreeMap<>();
    for (ByteBuffer key : fresh) {
      Mark mark = byKey.get(key);
      rows.computeIfAbsent(ByteBuffer.wrap(mark.pseudonym()), p -> new Row(mark.block()))
          .count(mark.indicator());
    }
    if (!rows.isEmpty()) upsert(rows);
  }

  Sums sums() throws SQLException {
    Map<Integer, Map<Indicator, Integer>> byBlock = new HashMap<>();
    Sql.query(
        c,
        "SELECT block, count(*) FILTER (WHERE contacts >= ?), count(*) FILTER (WHERE meetings >= ?),"
            + " count(*) FILTER (WHERE rest >= ?) FROM "
            + tables.tally()
            + " GROUP BY block",
        r -> {
          Map<Indicator, Integer> sums = new EnumMap<>(Indicator.class);
          for (Indicator i : Indicator.values()) sums.put(i, r.getInt(2 + i.ordinal()));
          return byBlock.put(r.getInt(1), sums);
        },
        Indicator.CONTACTS_OUTSIDE.threshold(),
        Indicator.MEETINGS_OUTSIDE.threshold(),
        Indicator.REST_CUT.threshold());
    return new Sums(byBlock);
  }

  private void upsert(Map<ByteBuffer, Row> rows) throws SQLException {
    List<Row> values = List.copyOf(rows.values());
    Sql.update(
        c,
        "INSERT INTO "
            + tables.tally()
            + " AS t SELECT * FROM unnest(?, ?, ?, ?, ?)"
            + " ON CONFLICT (pseudonym) DO UPDATE SET"
            + " contacts = least(t.contacts + excluded.contacts, %d), meetings = least(t.meetings + excluded.meetings, %d),"
                .formatted(
                    Indicator.CONTACTS_OUTSIDE.threshold(), Indicator.MEETINGS_OUTSIDE.threshold())
            + " rest = least(t.rest + excluded.rest, %d)".formatted(Indicator.REST_CUT.threshold()),
        Sql.bytes(c, rows.keySet().stream().map(ByteBuffer::array).toList()),
        Sql.ints(c, values.stream().map(r -> r.block).toList()),
        Sql.ints(c, counts(values, Indicator.CONTACTS_OUTSIDE)),
        Sql.ints(c, counts(values, Indicator.MEETINGS_OUTSIDE)),
        Sql.ints(c, counts(values, Indicator.REST_CUT)));
  }

  private static List<Integer> counts(List<Row> rows, Indicator indicator) {
    List<Integer> counts = new ArrayList<>(rows.size());
    for (Row row : rows) counts.add(row.counts[indicator.ordinal()]);
    return counts;
  }

  private static ByteBuffer countedKey(Mark mark) {
    return ByteBuffer.allocate(WeekKey.DIGEST_BYTES + 1)
        .put(mark.refDigest())
        .put((byte) mark.indicator().ordinal())
        .flip();
  }

  private Weeks.OutOfStep outOfStep(int partition, long at, long wanted) {
    return new Weeks.OutOfStep(
        "The tallies %s stand at %d in partition %d, not at %d; read the marks anew from markOffsets."
            .formatted(tables.suffix(), at, partition, wanted));
  }

  /** Counters of one pseudonym in one batch, saturated. */
  private static final class Row {
    private final int block;
    private final int[] counts = new int[Indicator.values().length];

    Row(int block) {
      this.block = block;
    }

    void count(Indicator indicator) {
      int i = indicator.ordinal();
      counts[i] = Math.min(counts[i] + 1, indicator.threshold());
    }
  }
}
