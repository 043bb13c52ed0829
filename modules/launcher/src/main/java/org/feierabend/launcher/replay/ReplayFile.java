package org.feierabend.launcher.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import org.feierabend.launcher.Trouble;

/** A file that was read once: who occurs in it, what happened when, and which lines were bad. */
public final class ReplayFile implements EventStream {
  private final Path file;
  private final FileReader reader;
  private final EventTable table;
  private final People people;
  private final PersonIds ids;
  private final Skipped skipped;
  private final int lines;

  private ReplayFile(
      Path file,
      FileReader reader,
      EventTable table,
      People people,
      PersonIds ids,
      Skipped skipped,
      int lines) {
    this.file = file;
    this.reader = reader;
    this.table = table;
    this.people = people;
    this.ids = ids;
    this.skipped = skipped;
    this.lines = lines;
  }

  /**
   * Reads the whole file; bad lines are skipped and remembered, an unreadable file is a trouble.
   */
  static ReplayFile read(
      Path file, ReplayFormat format, FileStart start, PersonIds ids, LineFile.Watcher watcher) {
    FileReader reader = format.reader(start);
    EventTable table = new EventTable();
    People people = new People();
    Skipped skipped = new Skipped();
    try {
      int lines = LineFile.read(file, skipped, watcher, line -> reader.line(line, table, people));
      reader.finish(table, people);
      table.sort();
      return new ReplayFile(file, reader, table, people, ids, skipped, lines);
    } catch (IOException e) {
      throw Trouble.of(
          "Cannot read %s: %s".formatted(file, e), "%s ist nicht lesbar: %s".formatted(file, e), e);
    }
  }

  @Override
  public void forEach(Receiver receiver) {
    try (RowReader rows = reader.rows(file, table, people, ids)) {
      for (int i = 0; i < table.size(); i++) receiver.event(rows.event(i));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + " a second time", e);
    }
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  public Instant first() {
    return table.at(0);
  }

  @Override
  public Instant last() {
    return table.at(table.size() - 1);
  }

  public People people() {
    return people;
  }

  public Skipped skipped() {
    return skipped;
  }

  /** Lines of the file, blank ones included. */
  public int lines() {
    return lines;
  }
}
