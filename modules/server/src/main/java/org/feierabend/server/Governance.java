package org.feierabend.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.feierabend.audit.AuditLog;
import org.feierabend.edition.Comments;
import org.feierabend.edition.DocumentTerms;
import org.feierabend.edition.PolicyDesk;
import org.feierabend.edition.PolicyTexts;
import org.feierabend.people.Employer;
import org.feierabend.persistence.JdbcBrowserKeys;
import org.feierabend.persistence.JdbcComments;
import org.feierabend.persistence.JdbcDeclarations;
import org.feierabend.persistence.JdbcPolicyTexts;
import org.feierabend.persistence.JdbcProofs;
import org.feierabend.persistence.JdbcRuleBooks;
import org.feierabend.rulebook.BuiltIn;
import org.feierabend.signature.BrowserKeys;
import org.feierabend.signature.Signatures;

/** What both sides sign, and what holds because of it: rule books and policies. */
final class Governance {
  final Signatures signatures;
  final PolicyTexts texts;
  final Comments comments;
  final BrowserKeys browserKeys;
  final RuleBooks ruleBooks;
  final PolicyDesk desk;
  final PoliciesInForce policies;
  final RulesInForce rules;
  final ProvingDesk proving;
  private final Supplier<Collection<Employer>> employers;

  Governance(
      Rules checkout, Store store, Path var, AuditLog audit, ThreadFactory threads, Closers closers)
      throws IOException {
    Clock clock = Clock.systemUTC();
    employers = store.directory::employers;
    signatures = new Signatures(new JdbcDeclarations(store.database), store.trust, audit);
    texts = new JdbcPolicyTexts(store.database);
    comments = new JdbcComments(store.database);
    browserKeys = new JdbcBrowserKeys(store.database);
    ruleBooks =
        new RuleBooks(
            checkout,
            Files.createDirectories(var.resolve("rule-books")),
            new JdbcRuleBooks(store.database),
            audit,
            employers,
            signatures,
            clock);
    desk =
        new PolicyDesk(
            signatures,
            texts,
            comments,
            BuiltIn.HASH,
            day -> ruleBooks.now().reachabilities.documents().notice(day),
            (text, hash) ->
                ruleBooks.now().reachabilities.documents().read(text, hash).map(DocumentTerms::of));
    policies =
        new PoliciesInForce(
            employers, desk, texts, signatures, () -> ruleBooks.now().reachabilities, audit, clock);
    rules = new RulesInForce(ruleBooks, policies);
    proving =
        closers.add(new ProvingDesk(ruleBooks, new JdbcProofs(store.database), threads, clock));
  }

  /** Rule books first: policies are read by the rules in force. What was interrupted goes on. */
  void settle() {
    ruleBooks.settle();
    policies.settle();
    proving.resume();
  }

  /** For everybody who lives by signatures: which edition holds, and what is amiss. */
  Map<String, String> inForce() {
    Map<String, String> said = new TreeMap<>();
    for (Employer e : employers.get())
      if (UnderSignatures.names(e.policy())) {
        said.put("policy of " + e.id(), policies.now(e.policy()).hash());
        Signatures.Said signed = signatures.said(e.id());
        if (signed.strangers() > 0)
          said.put("unsigned declarations of " + e.id(), Integer.toString(signed.strangers()));
        if (!signed.behind().isEmpty())
          said.put("declarations missing of " + e.id(), signed.behind().toString());
      }
    return said;
  }
}
