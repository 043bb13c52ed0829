package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/**
 * The tables of one open week, UNLOGGED: a crash of the database empties all of them together, and
 * the week is counted anew from its topic. Names hold numbers only.
 */
record WeekTables(String suffix) {
  static WeekTables of(Employer employer, IsoWeek week) {
    return new WeekTables("%d_%04dw%02d".formatted(employer.no(), week.year(), week.week()));
  }

  String seen() {
    return "open_week.seen_" + suffix;
  }

  String counted() {
    return "open_week.counted_" + suffix;
  }

  String tally() {
    return "open_week.tally_" + suffix;
  }

  String markOffset() {
    return "open_week.mark_offset_" + suffix;
  }

  String card() {
    return "open_week.card_" + suffix;
  }

  String cardCount() {
    return "open_week.card_count_" + suffix;
  }

  void create(Connection c) throws SQLException {
    execute(
        c,
        "CREATE UNLOGGED TABLE " + seen() + " (digest bytea PRIMARY KEY)",
        "CREATE UNLOGGED TABLE " + counted() + " (digest bytea PRIMARY KEY)",
        "CREATE UNLOGGED TABLE "
            + tally()
            + " (pseudonym bytea PRIMARY KEY, block int NOT NULL, "
            + Tallies.COUNTERS.stream()
                .map(counter -> counter + " smallint NOT NULL DEFAULT 0, ")
                .collect(Collectors.joining())
            + "objected boolean NOT NULL DEFAULT false) WITH (fillfactor = 70)",
        "CREATE UNLOGGED TABLE "
            + markOffset()
            + " (partition int PRIMARY KEY, next_offset bigint NOT NULL)",
        "CREATE UNLOGGED TABLE "
            + card()
            + " (pseudonym bytea, n int, sealed bytea NOT NULL, PRIMARY KEY (pseudonym, n))",
        "CREATE UNLOGGED TABLE "
            + cardCount()
            + " (pseudonym bytea PRIMARY KEY, n int NOT NULL) WITH (fillfactor = 70)");
    withoutStatistics(c, card(), "pseudonym", "n", "sealed");
    withoutStatistics(c, cardCount(), "pseudonym", "n");
    withoutStatistics(c, seen(), "digest");
    withoutStatistics(c, counted(), "digest");
    withoutStatistics(c, tally(), "pseudonym", "block", "objected");
    withoutStatistics(c, tally(), Tallies.COUNTERS.toArray(String[]::new));
  }

  /**
   * ANALYZE, also that of autovacuum, would copy pseudonyms and unnoised counts into pg_statistic,
   * which is logged, backed up and survives the week.
   */
  private static void withoutStatistics(Connection c, String table, String... columns)
      throws SQLException {
    for (String column : columns)
      execute(c, "ALTER TABLE " + table + " ALTER COLUMN " + column + " SET STATISTICS 0");
  }

  void drop(Connection c) throws SQLException {
    for (String table : List.of(seen(), counted(), tally(), markOffset(), card(), cardCount()))
      execute(c, "DROP TABLE " + table);
  }

  private static void execute(Connection c, String... statements) throws SQLException {
    try (Statement s = c.createStatement()) {
      for (String statement : statements) s.execute(statement);
    }
  }
}
