package org.feierabend.signature;

import java.util.EnumMap;
import java.util.Map;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.Detail;
import org.feierabend.audit.Who;
import org.feierabend.contact.EmployerId;

/** What the audit log says of a declaration: which, by which side and key, never its words. */
final class SignedEntry {
  private SignedEntry() {}

  static AuditEntry of(Declaration said, PublicKey key) {
    Map<Detail, String> details = new EnumMap<>(Detail.class);
    AuditEvent event = event(said.employer(), said.matter(), details);
    details.put(Detail.TERMS, said.hash());
    return AuditEntry.of(
        said.employer(), event, Who.signed(said.side(), key.hash()), said.at(), details);
  }

  private static AuditEvent event(EmployerId employer, Matter matter, Map<Detail, String> details) {
    if (matter instanceof Matter.Proposal p) {
      details.put(Detail.EDITION, p.edition().hash(employer));
      details.put(Detail.BEFORE, p.edition().previous());
      details.put(Detail.FROM, p.edition().from().toString());
      p.consultation().ifPresent(day -> details.put(Detail.UNTIL, day.toString()));
      return AuditEvent.POLICY_PROPOSED;
    }
    if (matter instanceof Matter.Approval a) {
      details.put(Detail.EDITION, a.edition().hash(employer));
      return AuditEvent.POLICY_SIGNED;
    }
    if (matter instanceof Matter.Rejection r) {
      details.put(Detail.EDITION, r.edition());
      return AuditEvent.POLICY_REJECTED;
    }
    if (matter instanceof Matter.Suspension) return AuditEvent.POLICY_SUSPENDED;
    if (matter instanceof Matter.Resumption) return AuditEvent.POLICY_RESUMED;
    if (matter instanceof Matter.Termination t) {
      details.put(Detail.EDITION, t.edition());
      details.put(Detail.UNTIL, t.ends().toString());
      return AuditEvent.POLICY_TERMINATED;
    }
    if (matter instanceof Matter.Attachment a) {
      details.put(Detail.EDITION, a.edition());
      details.put(Detail.HASH, a.agreement());
      return AuditEvent.POLICY_SIGNED;
    }
    if (matter instanceof Matter.RuleBook b) {
      details.put(Detail.EDITION, b.rules());
      return b.rejected().isEmpty() ? AuditEvent.RULES_APPROVED : AuditEvent.RULES_REJECTED;
    }
    if (matter instanceof Matter.NextKey k) {
      details.put(Detail.KEY, k.key().hash());
      return AuditEvent.KEY_REPLACED;
    }
    throw new IllegalStateException("There is no word for a %s.".formatted(matter.kind()));
  }
}
