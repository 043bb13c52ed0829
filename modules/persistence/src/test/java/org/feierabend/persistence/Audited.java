package org.feierabend.persistence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.AuditRow;
import org.feierabend.contact.EmployerId;

/** What is told to the audit log, in words, once the transaction it belongs to is committed. */
record Audited(Database database, List<String> told) implements AuditLog {
  static AuditLog into(Database database, List<String> told) {
    return new Audited(database, told);
  }

  @Override
  public void append(AuditEntry entry) {
    Map<String, String> details = new TreeMap<>();
    entry.details().forEach((detail, value) -> details.put(detail.word(), value));
    String words = entry.what().word() + " by " + entry.who().role() + " " + details;
    database.afterCommit(() -> told.add(words));
  }

  @Override
  public <T> T together(Supplier<T> change) {
    return database.transaction(c -> change.get());
  }

  @Override
  public List<AuditRow> rows(EmployerId employer) {
    return List.of();
  }
}
