package org.feierabend.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.feierabend.audit.AuditChains;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.SignedAuditLog;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Employer;
import org.feierabend.persistence.JdbcWeeks;
import org.feierabend.report.KeyRotation;
import org.feierabend.report.LedgerHeadFile;
import org.feierabend.report.LedgerSigner;
import org.feierabend.report.Releases;

/** What is written under the operator's key: the ledgers and the audit logs, with their heads. */
final class Chains {
  final LedgerSigner signer;
  final LedgerHeadFile heads;
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
    heads = open.heads().get(0);
    audit = new SignedAuditLog(store.audit, signer, open.heads().get(1));
    AuditedRows audited = new AuditedRows(audit, clock);
    weeks = new SignedHeads(new JdbcWeeks(store.database), heads, audited);
    releases = new SignedReleases(store.releases, heads, audited);
  }
}
