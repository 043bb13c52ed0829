package org.feierabend.launcher.replay;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a file in order of time, as events. */
interface RowReader extends Closeable {
  ReplayEvent event(int index) throws IOException;

  @Override
  default void close() throws IOException {}
}
