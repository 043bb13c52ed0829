package org.feierabend.audit;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.feierabend.contact.EmployerId;

/**
 * Where changes to policies, rules, roles, terms, keys and releases are written down. A change that
 * lies in our database is made {@link #together} with its entry; any other counts only once its
 * entry is written.
 */
public interface AuditLog {
  /** Appends the entry to the log of its employer, or of all: joins {@link #together}, if open. */
  void append(AuditEntry entry);

  /**
   * Does everything in the database that {@code change} does in one transaction, appended entries
   * included: all of it or, when it throws, nothing. Append last, because it holds the log.
   */
  <T> T together(Supplier<T> change);

  /** Makes a change and appends its entry, both or neither; what changed nothing is not noted. */
  default boolean noted(BooleanSupplier change, AuditEntry entry) {
    return together(
        () -> {
          boolean changed = change.getAsBoolean();
          if (changed) append(entry);
          return changed;
        });
  }

  /** The employer's log from its beginning. */
  List<AuditRow> rows(EmployerId employer);
}
