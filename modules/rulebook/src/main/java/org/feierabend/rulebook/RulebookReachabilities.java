package org.feierabend.rulebook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.decision.Reachabilities;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.RuleBook;
import org.feierabend.decision.TableReachability;
import org.feierabend.decision.Terms;
import org.feierabend.policy.Policy;
import org.feierabend.timeline.DailyRest;
import org.feierabend.timeline.Holidays;

/** Everything under {@code rules/} and {@code config/policies}, compiled once and shared. */
public final class RulebookReachabilities implements Reachabilities {
  private final DroolsRuleBook rules;
  private final YamlPolicies policies;
  private final Holidays holidays;
  private final Parameters parameters;
  private final Map<String, Reachability> byPolicy = new ConcurrentHashMap<>();

  /**
   * @param home the checkout directory, with {@code rules/} and {@code config/} below it
   */
  public RulebookReachabilities(Path home) {
    this(home, new YamlPolicies(home));
  }

  public RulebookReachabilities(Path home, YamlPolicies policies) {
    String edition = Edition.of(home);
    this.rules =
        new DroolsRuleBook(
            RuleCompiler.files(home.resolve("rules/reachability")), edition.substring(0, 12));
    this.policies = policies;
    parameters = new Parameters(Entry.read(home.resolve("rules/parameters.yaml")), edition);
    this.holidays =
        new JollydayHolidays(Entry.read(home.resolve("rules/municipalities-by.yaml")), parameters);
  }

  @Override
  public Reachability under(String policy) {
    return byPolicy.computeIfAbsent(policy, name -> under(policies.policy(name)));
  }

  Reachability under(Policy p) {
    return under(p, rules);
  }

  Reachability under(Policy p, RuleBook book) {
    return new TableReachability(
        book,
        holidays,
        new Terms(
            p.windows(),
            p.frame(),
            p.core(),
            p.mail() == Policy.Mail.HOLD,
            p.compensatoryRest(),
            p.ends(),
            p.edition()));
  }

  public YamlPolicies policies() {
    return policies;
  }

  /** The daily rest of a person's regime, as {@code rules/parameters.yaml} dates it. */
  public DailyRest dailyRest() {
    return (day, person) ->
        Duration.parse(
            parameters
                .value("daily-rest", person.regime().name().toLowerCase(Locale.ROOT), day)
                .get(0));
  }

  public Holidays holidays() {
    return holidays;
  }

  /** The same rules asked per message, for comparison in a benchmark. */
  public NaiveDrools naive() {
    return new NaiveDrools(rules);
  }

  DroolsRuleBook rules() {
    return rules;
  }
}
