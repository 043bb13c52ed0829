package org.feierabend.persistence;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feierabend.intake.Weeks;
import org.feierabend.report.Indicator;
import org.feierabend.report.Mark;
import org.feierabend.report.Move;
import org.feierabend.report.Sums;
import org.feierabend.report.WeekKey;

/** The counters of one open week within one transaction. */
record Tallies(Connection c, WeekTables tables) {
  /** One counter for each indicator, in the order of the indicators. */
  static final List<String> COUNTERS =
      List.of("contacts", "meetings", "rest", "density", "telework");

  private static final Indicator[] INDICATORS = Indicator.values();

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

  /** In the order they were read: an erasure forgets what came before it, and nothing else. */
  void apply(List<Mark> marks) throws SQLException {
    int from = 0;
    for (int i = 0; i < marks.size(); i++) {
      Move move = marks.get(i).move();
      if (move != Move.ERASE && move != Move.OBJECT) continue;
      count(marks.subList(from, i));
      if (move == Move.ERASE) erase(marks.get(i));
      else object(marks.get(i));
      from = i + 1;
    }
    count(marks.subList(from, marks.size()));
  }

  /** One contact may move two indicators, so a digest counts once for each. */
  private void count(List<Mark> marks) throws SQLException {
    TreeMap<ByteBuffer, Mark> byKey = new TreeMap<>(); // sorted: two readers cannot deadlock
    TreeMap<ByteBuffer, Row> rows = new TreeMap<>();
    for (Mark mark : marks)
      if (mark.move() == Move.CONTACTED_ANYWAY)
        row(rows, mark).saturate(Indicator.CONTACTS_OUTSIDE);
      else byKey.putIfAbsent(countedKey(mark), mark);
    if (!byKey.isEmpty())
      for (Mark mark : new Digests(c, tables.counted()).put(byKey))
        row(rows, mark).count(mark.move().indicator().orElseThrow());
    if (!rows.isEmpty()) upsert(rows);
  }

  private static Row row(Map<ByteBuffer, Row> rows, Mark mark) {
    return rows.computeIfAbsent(ByteBuffer.wrap(mark.pseudonym()), p -> new Row(mark.block()));
  }

  private void erase(Mark mark) throws SQLException {
    Sql.update(
        c,
        "DELETE FROM " + tables.tally() + " WHERE pseudonym = ? AND NOT objected",
        mark.pseudonym());
  }

  private void object(Mark mark) throws SQLException {
    Sql.update(
        c,
        "INSERT INTO "
            + tables.tally()
            + " (pseudonym, block, objected) VALUES (?, ?, true) ON CONFLICT (pseudonym) DO UPDATE"
            + " SET "
            + eachCounter("%1$s = 0")
            + ", objected = true",
        mark.pseudonym(),
        mark.block());
  }

  Optional<Weeks.OwnCounts> of(byte[] pseudonym) throws SQLException {
    return Sql.query(
            c,
            "SELECT objected, "
                + String.join(", ", COUNTERS)
                + " FROM "
                + tables.tally()
                + " WHERE pseudonym = ?",
            r -> {
              Map<Indicator, Integer> counts = new EnumMap<>(Indicator.class);
              for (Indicator i : INDICATORS) counts.put(i, r.getInt(2 + i.ordinal()));
              return new Weeks.OwnCounts(counts, r.getBoolean(1));
            },
            (Object) pseudonym)
        .stream()
        .findFirst();
  }

  Sums sums() throws SQLException {
    Map<Integer, Map<Indicator, Integer>> byBlock = new HashMap<>();
    Sql.query(
        c,
        "SELECT block, "
            + eachCounter("count(*) FILTER (WHERE %1$s >= %2$d)")
            + " FROM "
            + tables.tally()
            + " GROUP BY block",
        r -> {
          Map<Indicator, Integer> sums = new EnumMap<>(Indicator.class);
          for (Indicator i : INDICATORS) sums.put(i, r.getInt(2 + i.ordinal()));
          return byBlock.put(r.getInt(1), sums);
        });
    return new Sums(byBlock);
  }

  private void upsert(Map<ByteBuffer, Row> rows) throws SQLException {
    List<Row> values = List.copyOf(rows.values());
    List<Object> columns = new ArrayList<>();
    columns.add(Sql.bytes(c, rows.keySet().stream().map(ByteBuffer::array).toList()));
    columns.add(Sql.ints(c, values.stream().map(r -> r.block).toList()));
    for (Indicator i : INDICATORS) columns.add(Sql.ints(c, counts(values, i)));
    Sql.update(
        c,
        "INSERT INTO "
            + tables.tally()
            + " AS t (pseudonym, block, "
            + String.join(", ", COUNTERS)
            + ") SELECT * FROM unnest("
            + String.join(", ", Collections.nCopies(columns.size(), "?"))
            + ") ON CONFLICT (pseudonym) DO UPDATE SET "
            + eachCounter("%1$s = least(t.%1$s + excluded.%1$s, %2$d)")
            + " WHERE NOT t.objected",
        columns.toArray());
  }

  /** The form once for each counter, with its column and the threshold it stops at. */
  private static String eachCounter(String form) {
    return Arrays.stream(INDICATORS)
        .map(i -> form.formatted(COUNTERS.get(i.ordinal()), i.threshold()))
        .collect(Collectors.joining(", "));
  }

  private static List<Integer> counts(List<Row> rows, Indicator indicator) {
    List<Integer> counts = new ArrayList<>(rows.size());
    for (Row row : rows) counts.add(row.counts[indicator.ordinal()]);
    return counts;
  }

  private static ByteBuffer countedKey(Mark mark) {
    return ByteBuffer.allocate(WeekKey.DIGEST_BYTES + 1)
        .put(mark.refDigest())
        .put((byte) mark.move().ordinal())
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
    private final int[] counts = new int[INDICATORS.length];

    Row(int block) {
      this.block = block;
    }

    void saturate(Indicator indicator) {
      counts[indicator.ordinal()] = indicator.threshold();
    }

    void count(Indicator indicator) {
      int i = indicator.ordinal();
      counts[i] = Math.min(counts[i] + 1, indicator.threshold());
    }
  }
}
