package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.AuditRow;
import org.feierabend.contact.EmployerId;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.LedgerRow.Type;
import org.feierabend.timeline.IsoWeek;
import org.junit.jupiter.api.Test;

class AuditedRowsTest {
  private final List<AuditEntry> entries = new ArrayList<>();

  @Test
  void every_row_of_the_ledger_has_its_word_by_the_calendar_or_by_the_operator() {
    AuditedRows rows =
        new AuditedRows(log(), Clock.fixed(Instant.parse("2026-03-02T09:30:15Z"), ZoneOffset.UTC));
    List<String> said = new ArrayList<>();
    for (Type type : Type.values()) {
      rows.together(new EmployerId("town"), () -> row(type));
      AuditEntry last = entries.get(entries.size() - 1);
      said.add(last.what().word() + " by " + last.who().role() + " " + last.details().size());
    }
    assertEquals(
        List.of(
            "release.published by server 2",
            "release.destroyed by server 2",
            "release.withdrawn by operator 2",
            "key.rotated by server 1"),
        said);
  }

  private static LedgerRow row(Type type) {
    Optional<IsoWeek> week =
        type == Type.ROTATED ? Optional.empty() : Optional.of(IsoWeek.parse("2026-W05"));
    return new LedgerRow(1, type, week, "0".repeat(64), "a".repeat(64), "{}");
  }

  private AuditLog log() {
    return new AuditLog() {
      @Override
      public void append(AuditEntry entry) {
        entries.add(entry);
      }

      @Override
      public <T> T together(Supplier<T> change) {
        return change.get();
      }

      @Override
      public List<AuditRow> rows(EmployerId employer) {
        return List.of();
      }
    };
  }
}
