package org.feierabend.launcher.replay;

import java.io.IOException;
import java.nio.file.Path;

/** Knows one format: reads a file into a table, and a row of the table into an event. */
interface FileReader {
  /** Takes one line in; throws {@link BadLine} when it says nothing. */
  void line(LineFile.Line line, EventTable table, People people);

  /** After the last line: what could only be known then. */
  default void finish(EventTable table, People people) {}

  /** The rows of a file that was read, once they are sorted. */
  RowReader rows(Path file, EventTable table, People people, PersonIds ids) throws IOException;
}
