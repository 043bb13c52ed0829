package org.feierabend.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.feierabend.intake.StoreAway;

/** What a failure of PostgreSQL means to the caller: away for now, or a broken promise. */
final class Failures {
  /** Shutting down, crashed, starting up, too many connections; out of disk or memory. */
  private static final Set<String> AWAY =
      Set.of("57P01", "57P02", "57P03", "57P05", "53300", "53100", "53200", "58030", "25006");

  private Failures() {}

  static boolean isAway(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLTransientConnectionException) return true;
      if (t instanceof SQLException e && e.getSQLState() != null)
        return e.getSQLState().startsWith("08") || AWAY.contains(e.getSQLState());
    }
    return false;
  }

  static boolean hasState(Throwable failure, String state) {
    for (Throwable t = failure; t != null; t = t.getCause())
      if (t instanceof SQLException e && state.equals(e.getSQLState())) return true;
    return false;
  }

  /** The driver is told to leave out details, so no message holds a value of a row. */
  static RuntimeException translate(Throwable failure) {
    if (isAway(failure))
      return new StoreAway(
          "PostgreSQL does not answer; nothing was changed or it is safe to repeat.", failure);
    if (failure instanceof RuntimeException e) return e;
    return new IllegalStateException("PostgreSQL refused: " + failure.getMessage(), failure);
  }
}
