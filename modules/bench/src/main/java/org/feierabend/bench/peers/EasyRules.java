package org.feierabend.bench.peers;

import org.feierabend.decision.Cell.Shape;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.api.RulesEngine;
import org.jeasy.rules.api.RulesEngineParameters;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules: articles by priority, the first that holds is the last that is asked. */
public final class EasyRules implements Peer {
  private static final String SITUATION = "situation";

  private final RulesEngine engine =
      new DefaultRulesEngine(new RulesEngineParameters().skipOnFirstAppliedRule(true));
  private final Rules rules = new Rules();
  private Shape found;

  public EasyRules() {
    for (Law law : Law.values())
      rules.register(
          new RuleBuilder()
              .name(law.name())
              .priority(law.ordinal())
              .when(facts -> law.holds.test(facts.get(SITUATION)))
              .then(facts -> found = law.shape)
              .build());
  }

  @Override
  public Shape decide(Situation situation) {
    Facts facts = new Facts();
    facts.put(SITUATION, situation);
    engine.fire(rules, facts);
    return found;
  }
}
