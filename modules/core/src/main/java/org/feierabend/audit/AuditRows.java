package org.feierabend.audit;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.feierabend.contact.EmployerId;
import org.feierabend.report.LedgerHead;

/** Where the rows are kept: appended to, never changed. */
public interface AuditRows {
  List<EmployerId> employers();

  List<AuditRow> rows(EmployerId employer);

  /**
   * Appends the row {@code next} makes of the chain's present head, while it holds the head.
   *
   * @param kept is told once the row is committed
   */
  void append(EmployerId employer, Function<LedgerHead, AuditRow> next, Consumer<AuditRow> kept);

  /** One transaction; within an open one, a part of it. */
  <T> T together(Supplier<T> change);
}
