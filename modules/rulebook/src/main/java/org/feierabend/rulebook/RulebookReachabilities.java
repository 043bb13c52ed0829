package org.feierabend.rulebook;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.decision.DecisionTable;
import org.feierabend.decision.Exemption;
import org.feierabend.decision.NarrowedRules;
import org.feierabend.decision.Reachabilities;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.RuleBook;
import org.feierabend.decision.TableReachability;
import org.feierabend.decision.Terms;
import org.feierabend.policy.Agreed;
import org.feierabend.policy.AgreedLaw;
import org.feierabend.policy.Policy;
import org.feierabend.timeline.Almanac;
import org.feierabend.timeline.Holidays;

/** Everything under {@code rules/} and {@code config/policies}, compiled once and shared. */
public final class RulebookReachabilities implements Reachabilities {
  private final DroolsRuleBook rules;
  private final YamlPolicies policies;
  private final Parameters parameters;
  private final Almanac almanac;
  private final Map<String, Almanac> abroad = new ConcurrentHashMap<>();
  private final Map<String, Reachability> byPolicy = new ConcurrentHashMap<>();
  private final Map<SignedPolicy, Reachability> signed = new ConcurrentHashMap<>();
  private final SignedPolicies documents;
  private final Instant ends;

  /**
   * @param home the checkout directory, with {@code rules/} and {@code config/} below it
   */
  public RulebookReachabilities(Path home) {
    this(home, new YamlPolicies(home));
  }

  public RulebookReachabilities(Path home, YamlPolicies policies) {
    ends = Instant.MAX;
    String edition = Edition.of(home);
    this.rules =
        new DroolsRuleBook(
            RuleCompiler.files(home.resolve("rules/reachability")), edition.substring(0, 12));
    this.policies = policies;
    documents = new SignedPolicies(home);
    parameters = new Parameters(Entry.read(home.resolve("rules/parameters.yaml")), edition);
    this.almanac =
        new Almanac(
            new JollydayHolidays(
                Entry.read(home.resolve("rules/municipalities-by.yaml")), parameters),
            new DatedLaw(parameters),
            new Ical4jAvailabilities());
  }

  private RulebookReachabilities(RulebookReachabilities same, Instant ends) {
    this.ends = ends;
    rules = same.rules;
    policies = same.policies;
    documents = same.documents;
    parameters = same.parameters;
    almanac = same.almanac;
  }

  /** The same edition, with no answer valid beyond that instant: another takes its place then. */
  public RulebookReachabilities endingAt(Instant instant) {
    return new RulebookReachabilities(this, instant);
  }

  /**
   * Makes ready for taking force under every policy the edition before is asked under.
   *
   * @return how many cells nobody could prove, so that they stay silent
   */
  public int takeOver(RulebookReachabilities before) {
    int doubtful = 0;
    for (Map.Entry<String, Reachability> policy : before.byPolicy.entrySet())
      if (under(policy.getKey()) instanceof TableReachability ours
          && policy.getValue() instanceof TableReachability theirs)
        doubtful += ours.takeOver(theirs);
    for (SignedPolicy policy : before.signed.keySet())
      doubtful += takeOver(before.under(policy), policy);
    return doubtful;
  }

  /** The same for a signed policy that takes the place of another. */
  public int takeOver(Reachability before, SignedPolicy policy) {
    return under(policy) instanceof TableReachability ours
            && before instanceof TableReachability theirs
        ? ours.takeOver(theirs)
        : 0;
  }

  @Override
  public Reachability under(String policy) {
    return byPolicy.computeIfAbsent(policy, name -> under(policies.policy(name)));
  }

  /** The decision table of a document both sides signed, or of the built-in one. */
  public Reachability under(SignedPolicy policy) {
    return signed.computeIfAbsent(
        policy, p -> under(documents.policy(p), rules, p.ends().isBefore(ends) ? p.ends() : ends));
  }

  /** What signed documents say by these rules. */
  public SignedPolicies documents() {
    return documents;
  }

  /** Under a policy that need not be one of the known. */
  public TableReachability under(Policy p) {
    return under(p, rules);
  }

  TableReachability under(Policy p, RuleBook book) {
    return under(p, book, p.ends().isBefore(ends) ? p.ends() : ends);
  }

  private TableReachability under(Policy p, RuleBook book, Instant until) {
    Jurisdiction law = policies.jurisdictions().get(p.jurisdiction());
    return new TableReachability(
        narrowed(p, book instanceof DroolsRuleBook ours ? ours.in(law) : book),
        almanac(p, law),
        new Terms(
            p.windows(),
            p.frame(),
            p.core(),
            holdMail(p, law),
            p.compensatoryRest(),
            p.standByIsWork(),
            until,
            p.edition()));
  }

  /** What the policy decides beside its hours, for a comparison. */
  Comparison.Edition edition(Policy p) {
    Jurisdiction law = policies.jurisdictions().get(p.jurisdiction());
    return new Comparison.Edition(
        narrowed(p, rules.in(law)), holdMail(p, law), p.compensatoryRest());
  }

  /** The first day of a policy on which the numbers of the law say what holds under both. */
  LocalDate firstDay(Policy p, Policy other) {
    LocalDate day = p.from();
    for (Policy one : List.of(p, other)) {
      LocalDate reach =
          LawReach.of(parameters, policies.jurisdictions().get(one.jurisdiction())).first();
      if (day.isBefore(reach)) day = reach;
    }
    return day;
  }

  private static RuleBook narrowed(Policy p, RuleBook book) {
    return p.exemptions().containsAll(Set.of(Exemption.values()))
        ? book
        : new NarrowedRules(book, p.exemptions());
  }

  private static boolean holdMail(Policy p, Jurisdiction law) {
    // where the employer must not try, the attempt waits at the sender's side: nothing is silenced
    return p.mail() == Policy.Mail.HOLD || law.kind() == Jurisdiction.Kind.DUTY_NOT_TO_CONTACT;
  }

  public YamlPolicies policies() {
    return policies;
  }

  /** What timelines look up under a policy. */
  public Almanac almanac(String policy) {
    Policy p = policies.policy(policy);
    return almanac(p, policies.jurisdictions().get(p.jurisdiction()));
  }

  public Almanac almanac(SignedPolicy policy) {
    Policy p = documents.policy(policy);
    return almanac(p, policies.jurisdictions().get(p.jurisdiction()));
  }

  private Almanac almanac(Policy p, Jurisdiction law) {
    Almanac lawful = almanac(law);
    return p.agreed().equals(Agreed.NOTHING)
        ? lawful
        : new Almanac(
            lawful.holidays(), new AgreedLaw(lawful.law(), p.agreed()), lawful.availabilities());
  }

  private Almanac almanac(Jurisdiction law) {
    return law.isStandard()
        ? almanac
        : abroad.computeIfAbsent(
            law.code(),
            code ->
                new Almanac(
                    new StateHolidays(law.calendar()),
                    new JurisdictionLaw(law, almanac.law()),
                    almanac.availabilities()));
  }

  /** What timelines look up: holidays, the numbers of the law, RFC 7953 calendars. */
  public Almanac almanac() {
    return almanac;
  }

  public Holidays holidays() {
    return almanac.holidays();
  }

  /** The policy's decision table, with nothing in it yet. */
  public DecisionTable emptyTable(String policy) {
    Policy p = policies.policy(policy);
    Jurisdiction law = policies.jurisdictions().get(p.jurisdiction());
    return new DecisionTable(narrowed(p, rules.in(law)), holdMail(p, law));
  }

  /** The same rules asked per message, for comparison in a benchmark. */
  public NaiveDrools naive() {
    return new NaiveDrools(rules);
  }

  DroolsRuleBook rules() {
    return rules;
  }
}
