package org.feierabend.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.feierabend.contact.EmployerId;
import org.feierabend.report.ChainLink;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerHeadFile;
import org.feierabend.report.LedgerSigner;

/**
 * The log under the operator's key: numbered, chained, hashed, signed as the ledger is, its head
 * noted beside the database once an entry is committed.
 */
public final class SignedAuditLog implements AuditLog {
  private final AuditRows rows;
  private final LedgerSigner signer;
  private final LedgerHeadFile heads;

  public SignedAuditLog(AuditRows rows, LedgerSigner signer, LedgerHeadFile heads) {
    this.rows = Objects.requireNonNull(rows, "rows");
    this.signer = Objects.requireNonNull(signer, "signer");
    this.heads = Objects.requireNonNull(heads, "heads");
  }

  @Override
  public void append(AuditEntry entry) {
    together(
        () -> {
          for (EmployerId employer : entry.employer().map(List::of).orElseGet(rows::employers))
            rows.append(
                employer, head -> row(employer, entry, head, signer), row -> noted(employer, row));
          return entry;
        });
  }

  @Override
  public <T> T together(Supplier<T> change) {
    return rows.together(change);
  }

  @Override
  public List<AuditRow> rows(EmployerId employer) {
    return rows.rows(employer);
  }

  static AuditRow row(EmployerId employer, AuditEntry entry, LedgerHead head, LedgerSigner signer) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("employer", employer.value());
    json.put("what", entry.what().word());
    Map<String, Object> who = new TreeMap<>();
    who.put("role", entry.who().role());
    entry.who().key().ifPresent(key -> who.put("key", key));
    json.put("who", who);
    json.put("at", entry.at().toString());
    Map<String, Object> details = new TreeMap<>();
    entry.details().forEach((detail, value) -> details.put(detail.word(), value));
    json.put("details", details);
    ChainLink.Sealed sealed = ChainLink.seal(json, head, signer);
    return new AuditRow(head.count(), head.hash(), sealed.hash(), sealed.json());
  }

  private void noted(EmployerId employer, AuditRow row) {
    try {
      heads.advance(employer, row.head());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The head of the audit log of %s cannot be written; is var/ writable?"
              .formatted(employer),
          e);
    }
  }
}
