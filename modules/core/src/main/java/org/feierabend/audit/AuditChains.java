package org.feierabend.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Role;
import org.feierabend.report.LedgerSigner;
import org.feierabend.report.SignedChains;

/**
 * The audit logs, as chains whose key can hand over.
 *
 * @param at when it does
 */
public record AuditChains(AuditRows log, Instant at) implements SignedChains {
  @Override
  public List<AuditRow> rows(EmployerId employer) {
    return log.rows(employer);
  }

  @Override
  public AuditRow handOver(EmployerId employer, LedgerSigner old, LedgerSigner fresh) {
    AuditEntry entry =
        AuditEntry.of(
            employer,
            AuditEvent.KEY_ROTATED,
            Who.of(Role.OPERATOR),
            at,
            Map.of(Detail.NEXT, fresh.publicKey()));
    List<AuditRow> appended = new ArrayList<>();
    log.append(employer, head -> SignedAuditLog.row(employer, entry, head, old), appended::add);
    return appended.get(0);
  }
}
