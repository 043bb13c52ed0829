package org.feierabend.server;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, the last first. */
final class Closers implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Closers.class.getName());
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.log(Level.WARNING, "This did not stop well: " + part.getClass().getName(), e);
      }
    }
  }
}
