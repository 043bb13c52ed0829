package org.feierabend.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where the engine could have kept a text: its heap, what it said, its database with the log of
 * changes, the broker's files, its own.
 */
record Traces(Surroundings around) {
  /** Each place with the text it holds. */
  TreeSet<String> of(Collection<String> texts)
      throws IOException, SQLException, InterruptedException {
    TreeSet<String> found = heap(texts);
    found.addAll(rows(texts));
    found.addAll(files(around.var, texts));
    found.addAll(held("said", around.log, texts));
    return found;
  }

  /** What lives: buffers that passed are gone. */
  private TreeSet<String> heap(Collection<String> texts) throws IOException, InterruptedException {
    long engine =
        ProcessHandle.current()
            .descendants()
            .filter(p -> p.info().commandLine().orElse("").contains("payara-micro.jar"))
            .findFirst()
            .orElseThrow()
            .pid();
    Path dump = Files.createTempDirectory("heap").resolve("heap.hprof");
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(engine),
                "GC.heap_dump",
                dump.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (jcmd.waitFor() != 0) throw new AssertionError(said);
    try {
      return held("heap", dump, texts);
    } finally {
      Files.delete(dump);
    }
  }

  private TreeSet<String> rows(Collection<String> texts) throws SQLException, IOException {
    TreeSet<String> found = new TreeSet<>();
    try (Connection c = around.database.getDatabase("postgres", "feierabend").getConnection();
        Statement s = c.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet r =
          s.executeQuery(
              "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
        while (r.next()) tables.add(r.getString(1));
      }
      for (String table : tables)
        for (String text : texts)
          try (ResultSet r =
              s.executeQuery(
                  "SELECT count(*) FROM %s AS t WHERE t::text LIKE '%%%s%%'"
                      .formatted(table, text))) {
            r.next();
            if (r.getInt(1) > 0) found.add("row " + text);
          }
      s.execute("CHECKPOINT");
      try (ResultSet r = s.executeQuery("SHOW data_directory")) {
        r.next();
        found.addAll(files(Path.of(r.getString(1)), texts));
      }
    }
    return found;
  }

  private static TreeSet<String> files(Path folder, Collection<String> texts) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        found.addAll(held(kind(folder, file), file, texts));
    }
    return found;
  }

  private static String kind(Path folder, Path file) {
    String name = folder.relativize(file).toString();
    return name.startsWith("pg_wal") ? "WAL" : name.endsWith(".log") ? "log" : "file";
  }

  /** Plain bytes: names in a heap dump are UTF-8, and Latin text in it is one byte a letter. */
  private static TreeSet<String> held(String kind, Path file, Collection<String> texts)
      throws IOException {
    TreeSet<String> found = new TreeSet<>();
    byte[] block = new byte[1 << 22];
    String end = "";
    int longest = texts.stream().mapToInt(String::length).max().orElseThrow();
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.readNBytes(block, 0, block.length);
          n > 0;
          n = in.readNBytes(block, 0, block.length)) {
        String read = end + new String(block, 0, n, StandardCharsets.ISO_8859_1);
        for (String text : texts) if (read.contains(text)) found.add(kind + " " + text);
        end = read.substring(Math.max(0, read.length() - longest));
      }
    } catch (NoSuchFileException gone) {
      return found; // deleted while we searched
    }
    return found;
  }
}
