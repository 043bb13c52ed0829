package org.feierabend.server;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Detail;
import org.feierabend.audit.Who;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Role;
import org.feierabend.report.LedgerRow;

/** Every row of the ledger has its entry in the audit log, written in the same transaction. */
record AuditedRows(AuditLog log, Clock clock) {
  LedgerRow together(EmployerId employer, Supplier<LedgerRow> append) {
    return log.together(
        () -> {
          LedgerRow row = append.get();
          Map<Detail, String> details = new EnumMap<>(Detail.class);
          details.put(Detail.HASH, row.hash());
          row.week().ifPresent(week -> details.put(Detail.WEEK, week.toString()));
          log.append(AuditEntry.of(employer, what(row), who(row), clock.instant(), details));
          return row;
        });
  }

  private static AuditEvent what(LedgerRow row) {
    return switch (row.type()) {
      case RELEASE -> AuditEvent.RELEASE_PUBLISHED;
      case DESTROYED -> AuditEvent.RELEASE_DESTROYED;
      case WITHDRAWN -> AuditEvent.RELEASE_WITHDRAWN;
      case ROTATED -> AuditEvent.KEY_ROTATED;
    };
  }

  /** Weeks close by the calendar; only the operator takes one back. */
  private static Who who(LedgerRow row) {
    return row.type() == LedgerRow.Type.WITHDRAWN ? Who.of(Role.OPERATOR) : Who.SERVER;
  }
}
