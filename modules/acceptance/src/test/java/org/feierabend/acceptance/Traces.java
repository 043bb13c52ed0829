package org.feierabend.acceptance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Where something could have left a trace: database dump, WAL, Kafka's segments, logs. */
final class Traces {
  /** The directory and who may log in: the only tables in which a person's id may stand. */
  private static final Set<String> DIRECTORY = Set.of("public.person", "public.account");

  private final RunningInstance instance;
  private final String firstWalFile;

  private Traces(RunningInstance instance, String firstWalFile) {
    this.instance = instance;
    this.firstWalFile = firstWalFile;
  }

  /**
   * From here on the WAL is watched. The directory is put in order first: else the server would
   * write whole pages of it for a mere hint bit, or its statistics.
   */
  static Traces from(RunningInstance instance) throws SQLException {
    try (Connection c = instance.database();
        Statement s = c.createStatement()) {
      for (String table : List.of("employer", "unit", "person", "account"))
        s.execute("VACUUM (FREEZE, ANALYZE) " + table);
      s.execute("ALTER SYSTEM SET wal_recycle = off");
      s.execute("SELECT pg_reload_conf()");
      s.execute("CHECKPOINT");
      return new Traces(instance, beyondRecycled(s));
    }
  }

  /**
   * The server keeps old WAL files under the names of coming ones; what is in them was written
   * before. So the watch begins behind all files there are.
   */
  private static String beyondRecycled(Statement s) throws SQLException {
    String last = one(s, "SELECT max(name) FROM pg_ls_waldir() WHERE name ~ '^[0-9A-F]{24}$'");
    while (true) {
      s.execute("SELECT pg_logical_emit_message(false, 'acceptance', 'on')");
      s.execute("SELECT pg_switch_wal()");
      s.execute("SELECT pg_logical_emit_message(false, 'acceptance', 'on')");
      String now = one(s, "SELECT pg_walfile_name(pg_current_wal_insert_lsn())");
      if (now.compareTo(last) > 0) return now;
    }
  }

  private static String one(Statement s, String query) throws SQLException {
    ResultSet row = s.executeQuery(query);
    row.next();
    return row.getString(1);
  }

  /** Tables of the database, other than the directory, whose dump holds a needle. */
  Set<String> inDump(Needles needles) throws SQLException, IOException {
    Set<String> hits = new TreeSet<>();
    try (Connection c = instance.database();
        Statement s = c.createStatement()) {
      List<String> tables = new ArrayList<>();
      ResultSet rows =
          s.executeQuery(
              "SELECT schemaname || '.' || tablename FROM pg_tables"
                  + " WHERE schemaname NOT IN ('information_schema', 'acceptance')");
      while (rows.next()) tables.add(rows.getString(1));
      for (String table : tables) {
        if (DIRECTORY.contains(table)) continue;
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        String columns = table.equals("pg_catalog.pg_statistic") ? withoutDirectory(table) : table;
        c.unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY (SELECT * FROM " + columns + ") TO STDOUT", dump);
        if (needles.in(new ByteArrayInputStream(dump.toByteArray()))) hits.add(table);
      }
    }
    return hits;
  }

  /** Statistics of the directory belong to the directory. */
  private static String withoutDirectory(String statistics) {
    return statistics + " WHERE starelid NOT IN ('person'::regclass, 'account'::regclass)";
  }

  /** WAL files written since {@link #from} that hold a needle. */
  Set<Path> inWal(Needles needles) throws IOException {
    Set<Path> hits = new TreeSet<>();
    try (Stream<Path> files = Files.list(instance.var().resolve("postgres/pg_wal"))) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        if (file.getFileName().toString().compareTo(firstWalFile) >= 0 && needles.inFile(file))
          hits.add(file.getFileName());
    }
    return hits;
  }

  Set<Path> inKafka(Needles needles) {
    return needles.in(instance.var().resolve("kafka"));
  }

  Set<Path> inLogs(Needles needles) {
    return needles.in(instance.var().resolve("log"));
  }

  /** The whole state directory, database files included. */
  Set<Path> anywhere(Needles needles) {
    return needles.in(instance.var());
  }

  /** What was deleted is gone from the disk only after this. */
  void settle() throws SQLException, InterruptedException {
    try (Connection c = instance.database();
        Statement s = c.createStatement()) {
      s.execute("CHECKPOINT");
    }
    Thread.sleep(4_000); // the broker deletes a topic's files one second after the topic
  }
}
