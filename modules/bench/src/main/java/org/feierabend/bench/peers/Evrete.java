package org.feierabend.bench.peers;

import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;
import org.evrete.api.builders.RuleSetBuilder;
import org.feierabend.decision.Cell.Shape;

/** Evrete: one session that is emptied after each question; every article that holds speaks. */
public final class Evrete implements Peer, AutoCloseable {
  private final KnowledgeService service = new KnowledgeService();
  private final StatefulSession session;
  private Law first;

  public Evrete() {
    RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
    for (Law law : Law.values())
      rules
          .newRule(law.name())
          .forEach("$s", Situation.class)
          .where((Object[] values) -> law.holds.test((Situation) values[0]), "$s")
          .execute(context -> speak(law));
    session = rules.build().newStatefulSession();
  }

  private void speak(Law law) {
    if (first == null || law.ordinal() < first.ordinal()) first = law;
  }

  @Override
  public Shape decide(Situation situation) {
    first = null;
    session.insertAndFire(situation);
    session.clear();
    return first.shape;
  }

  @Override
  public void close() {
    session.close();
    service.shutdown();
  }
}
