package org.feierabend.rulebook;

import java.nio.file.Path;
import java.util.Map;
import org.feierabend.alert.AlertFacts;
import org.feierabend.alert.AlertFindings;
import org.feierabend.alert.AlertVerdict;
import org.feierabend.alert.Alerting;

/** {@code rules/alerts}, consulted in a fresh session each time; safe for any thread. */
public final class DroolsAlerts implements Alerting {
  private final Consultation rules;

  /**
   * @param home the checkout directory, with {@code rules/} below it
   */
  public DroolsAlerts(Path home) {
    var base =
        RuleCompiler.compile(
            RuleCompiler.files(home.resolve("rules/alerts")),
            "alerts-" + Edition.of(home).substring(0, 12));
    rules = new Consultation(base, DroolsRuleBook.texts(base), "");
  }

  private DroolsAlerts(Consultation rules) {
    this.rules = rules;
  }

  /** The same rules without one. */
  DroolsAlerts without(String rule) {
    return new DroolsAlerts(new Consultation(rules.base(), rules.texts(), rule));
  }

  Map<String, RuleText> texts() {
    return rules.texts();
  }

  @Override
  public AlertVerdict judge(AlertFacts facts) {
    AlertFindings findings = new AlertFindings();
    rules.ask("findings", findings, findings::speaking, facts);
    return findings.weigh();
  }
}
