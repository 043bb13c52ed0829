package org.feierabend.server;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.feierabend.alert.AlertFacts;
import org.feierabend.alert.AlertVerdict;
import org.feierabend.alert.Alerting;
import org.feierabend.book.Book;
import org.feierabend.book.Books;
import org.feierabend.decision.Reachabilities;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Employer;
import org.feierabend.policy.FigureRequest;
import org.feierabend.policy.Minimisation;
import org.feierabend.policy.Policies;
import org.feierabend.policy.Policy;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyForms;
import org.feierabend.policy.PolicyTrials;
import org.feierabend.policy.PolicyWords;
import org.feierabend.policy.PurposeLock;
import org.feierabend.rulebook.BuiltIn;
import org.feierabend.rulebook.RulebookReachabilities;
import org.feierabend.telework.Quota;
import org.feierabend.telework.Telework;
import org.feierabend.telework.TeleworkLaw;
import org.feierabend.telework.TeleworkRequest;
import org.feierabend.telework.TeleworkVerdict;
import org.feierabend.telework.TermsInForce;
import org.feierabend.timeline.Almanac;
import org.feierabend.timeline.PersonFacts.Regime;

/** What the house asks, answered by the edition in force at the moment of asking. */
record RulesInForce(RuleBooks books, PoliciesInForce policies)
    implements Reachabilities,
        Policies,
        Minimisation,
        PurposeLock,
        Alerting,
        Telework,
        PolicyForms,
        PolicyTrials,
        Books {
  @Override
  public Reachability under(String policy) {
    RulebookReachabilities rules = books.now().reachabilities;
    return UnderSignatures.names(policy) ? rules.under(policies.now(policy)) : rules.under(policy);
  }

  @Override
  public Policy policy(String name) {
    Rules rules = books.now();
    return UnderSignatures.names(name)
        ? rules.reachabilities.documents().policy(policies.now(name))
        : rules.policies.policy(name);
  }

  @Override
  public Reading read(String document) {
    return books.now().forms.read(document);
  }

  @Override
  public List<Sentence> notes(PolicyDraft draft) {
    return books.now().forms.notes(draft);
  }

  @Override
  public String schema() {
    return books.now().forms.schema();
  }

  @Override
  public Map<String, Object> values(PolicyDraft draft) {
    return books.now().forms.values(draft);
  }

  @Override
  public List<PolicyWords> words(PolicyDraft draft) {
    return books.now().forms.words(draft);
  }

  @Override
  public String yaml(Map<String, Object> values) {
    return books.now().forms.yaml(values);
  }

  @Override
  public String document(String policy) {
    return UnderSignatures.names(policy)
        ? policies.now(policy).document()
        : books.now().policies.document(policy);
  }

  @Override
  public String builtIn() {
    return BuiltIn.document();
  }

  @Override
  public List<Sentence> parameters(PolicyDraft before, PolicyDraft after) {
    return books.now().trials.parameters(before, after);
  }

  @Override
  public Difference difference(PolicyDraft before, PolicyDraft after) {
    return books.now().trials.difference(before, after);
  }

  @Override
  public Reachability under(Policy policy) {
    return books.now().trials.under(policy);
  }

  @Override
  public List<Tried> scenarios(PolicyDraft draft, List<ScenarioText> files) {
    return books.now().trials.scenarios(draft, files);
  }

  Almanac almanac(String policy) {
    RulebookReachabilities rules = books.now().reachabilities;
    return UnderSignatures.names(policy)
        ? rules.almanac(policies.now(policy))
        : rules.almanac(policy);
  }

  @Override
  public Verdict judge(String eventType, String field) {
    return books.now().minimisation.judge(eventType, field);
  }

  @Override
  public Verdict admit(String eventType, boolean published) {
    return books.now().minimisation.admit(eventType, published);
  }

  @Override
  public Verdict judge(FigureRequest request) {
    return books.now().minimisation.judge(request);
  }

  @Override
  public AlertVerdict judge(AlertFacts facts) {
    return books.now().alerts.judge(facts);
  }

  @Override
  public TeleworkVerdict judge(TeleworkRequest request) {
    return books.now().telework.judge(request);
  }

  @Override
  public TeleworkLaw law(Regime regime, LocalDate on) {
    return books.now().telework.law(regime, on);
  }

  /** What the policy of an employer says of telework. */
  TermsInForce.Standard telework(Employer employer) {
    Policy policy = policy(employer.policy());
    String state = policy.jurisdiction().substring(0, 2).toUpperCase(Locale.ROOT);
    return new TermsInForce.Standard(
        new Quota(policy.teleworkPercent() * 100), state, policy.telework());
  }

  @Override
  public Book book() {
    return books.now().book;
  }
}
