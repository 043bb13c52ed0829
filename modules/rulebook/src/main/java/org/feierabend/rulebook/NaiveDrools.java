package org.feierabend.rulebook;

import org.feierabend.contact.ContactClass;
import org.feierabend.decision.Cell;
import org.feierabend.decision.Findings;
import org.feierabend.decision.Surroundings;
import org.feierabend.decision.Weighing;
import org.feierabend.timeline.StretchKind;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The rules asked per message in one reused session: the usual way, kept to be measured against in
 * modules/bench. For one thread.
 */
public final class NaiveDrools implements AutoCloseable {
  private final KieSession session;
  private ContactClass asked;
  private Findings findings;

  NaiveDrools(DroolsRuleBook rules) {
    session = rules.base().newKieSession();
    session.insert(new Surroundings(false, false, false));
    session.addEventListener(
        new DefaultAgendaEventListener() {
          @Override
          public void beforeMatchFired(BeforeMatchFiredEvent event) {
            String rule = event.getMatch().getRule().getName();
            findings.speaking(rules.texts().get(rule).reason(asked));
          }
        });
  }

  public Cell decide(StretchKind stretch, ContactClass contact) {
    asked = contact;
    findings = new Findings();
    session.setGlobal("findings", findings);
    FactHandle a = session.insert(stretch);
    FactHandle b = session.insert(contact);
    session.fireAllRules();
    session.delete(a);
    session.delete(b);
    return Weighing.weigh(findings.all(), contact.channel(), true);
  }

  @Override
  public void close() {
    session.dispose();
  }
}
