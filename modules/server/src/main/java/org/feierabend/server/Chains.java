package org.feierabend.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.feierabend.audit.AuditChains;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.SignedAuditLog;
import org.feierabend.contact.EmployerId;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Employer;
import org.feierabend.persistence.JdbcWeeks;
import org.feierabend.report.ChainHeads;
import org.feierabend.report.KeyRotation;
import org.feierabend.report.LedgerHeadFile;
import org.feierabend.report.LedgerSigner;
import org.feierabend.report.Releases;

/** What is written under the operator's key: the ledgers and the audit logs, with their heads. */
final class Chains {
  final LedgerSigner signer;
  final ChainHeads heads;
  final AuditLog audit;
  final Weeks weeks;
  final Releases releases;

  Chains(Path var, Store store) throws IOException {
    Clock clock = Clock.systemUTC();
    KeyRotation.Open open =
        new KeyRotation(var.resolve("keys"), var.resolve("ledger-head"), store.releases)
            .and(var.resolve("audit-head"), new AuditChains(store.audit, clock.instant()))
            .open(store.directory.employers().stream().map(Employer::id).toList());
    signer = open.signer();
    LedgerHeadFile ledger = open.heads().get(0);
    LedgerHeadFile log = open.heads().get(1);
    heads = new Heads(ledger, log);
    audit = new SignedAuditLog(store.audit, signer, log);
    AuditedRows audited = new AuditedRows(audit, clock);
    weeks = new SignedHeads(new JdbcWeeks(store.database), ledger, audited);
    releases = new SignedReleases(store.releases, ledger, audited);
  }

  private record Heads(LedgerHeadFile ofLedgers, LedgerHeadFile ofLogs) implements ChainHeads {
    @Override
    public String ledger(EmployerId employer) {
      return ofLedgers.line(employer);
    }

    @Override
    public String audit(EmployerId employer) {
      return ofLogs.line(employer);
    }
  }
}
