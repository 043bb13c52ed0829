package org.feierabend.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.persistence.Database.Work;

/** The transaction a thread is in, so that what it calls can be a part of it. */
final class OpenTransaction {
  private final List<Runnable> afterwards = new ArrayList<>();
  private Connection connection;
  private boolean broken;

  /** From begin to commit; {@code open} knows it meanwhile. */
  <T> T run(Connection c, Work<T> work, ThreadLocal<OpenTransaction> open) throws SQLException {
    connection = c;
    c.setAutoCommit(false);
    open.set(this);
    try {
      T result = work.with(c);
      if (broken)
        throw new IllegalStateException(
            "A part of this transaction failed, so none of it may be committed.");
      c.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      rollBack(c, e);
      throw e;
    } finally {
      open.remove();
    }
  }

  <T> T part(Work<T> work) {
    try {
      return work.with(connection);
    } catch (SQLException e) {
      broken = true;
      throw Failures.translate(e);
    } catch (RuntimeException e) {
      broken = true;
      throw e;
    }
  }

  void afterCommit(Runnable told) {
    afterwards.add(told);
  }

  void tellCommitted() {
    afterwards.forEach(Runnable::run);
  }

  private static void rollBack(Connection c, Exception because) {
    try {
      c.rollback();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }
}
