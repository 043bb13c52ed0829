package org.feierabend.server;

import java.util.List;
import java.util.function.Supplier;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.AuditRow;
import org.feierabend.contact.EmployerId;

/** For tests about something else. */
final class NoAudit implements AuditLog {
  @Override
  public void append(AuditEntry entry) {}

  @Override
  public <T> T together(Supplier<T> change) {
    return change.get();
  }

  @Override
  public List<AuditRow> rows(EmployerId employer) {
    return List.of();
  }
}
