package org.feierabend.rulebook;

import java.util.List;
import org.feierabend.contact.ContactClass;
import org.feierabend.decision.Cell;
import org.feierabend.decision.Findings;
import org.feierabend.decision.Surroundings;
import org.feierabend.decision.Weighing;
import org.feierabend.timeline.StretchKind;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The rules asked per message, in one reused session or in a new one each time: the usual ways,
 * kept to be measured against in modules/bench. For one thread.
 */
public final class NaiveDrools implements AutoCloseable {
  private static final Surroundings ORDINARY = new Surroundings(false, false, false);

  private final KieBase base;
  private final KieSession session;
  private final DefaultAgendaEventListener listener;
  private ContactClass asked;
  private Findings findings;

  NaiveDrools(DroolsRuleBook rules) {
    base = rules.base();
    session = base.newKieSession();
    session.insert(ORDINARY);
    listener =
        new DefaultAgendaEventListener() {
          @Override
          public void beforeMatchFired(BeforeMatchFiredEvent event) {
            String rule = event.getMatch().getRule().getName();
            findings.speaking(rules.texts().get(rule).reason(asked));
          }
        };
    session.addEventListener(listener);
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

  /** The same in a session of its own. */
  public Cell decideAlone(StretchKind stretch, ContactClass contact) {
    asked = contact;
    findings = new Findings();
    StatelessKieSession alone = base.newStatelessKieSession();
    alone.setGlobal("findings", findings);
    alone.addEventListener(listener);
    alone.execute(List.of(ORDINARY, stretch, contact));
    return Weighing.weigh(findings.all(), contact.channel(), true);
  }

  @Override
  public void close() {
    session.dispose();
  }
}
