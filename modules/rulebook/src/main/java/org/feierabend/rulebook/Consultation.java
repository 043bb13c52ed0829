package org.feierabend.rulebook;

import java.util.Map;
import java.util.function.Consumer;
import org.feierabend.decision.Reason;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * Asks the rules of one decision about one fact, in a fresh session; for decisions too rare for a
 * table.
 *
 * @param muted name of a rule that is not to speak; blank: none
 */
record Consultation(KieBase base, Map<String, RuleText> texts, String muted) {
  /**
   * @param speaker the global the rules call, and its name
   * @param speaking told which rule calls next
   */
  void ask(String name, Object speaker, Consumer<Reason> speaking, Object fact) {
    KieSession session = base.newKieSession();
    try {
      session.setGlobal(name, speaker);
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
              speaking.accept(texts.get(event.getMatch().getRule().getName()).reason());
            }
          });
      session.insert(fact);
      session.fireAllRules(match -> !match.getRule().getName().equals(muted));
    } finally {
      session.dispose();
    }
  }
}
