package org.feierabend.rulebook;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.policy.FigureRequest;
import org.feierabend.policy.Minimisation;
import org.feierabend.policy.PurposeLock;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** {@code rules/minimisation}; answers are remembered. */
public final class DroolsMinimisation implements Minimisation, PurposeLock {
  private static final int MOST = 4_096; // names come from outside and must not fill memory

  private final KieBase base;
  private final Map<String, RuleText> texts;
  private final String muted;
  private final Map<Record, Verdict> verdicts = new ConcurrentHashMap<>();

  /**
   * @param home the checkout directory, with {@code rules/} below it
   */
  public DroolsMinimisation(Path home) {
    var files = RuleCompiler.files(home.resolve("rules/minimisation"));
    this.base = RuleCompiler.compile(files, "minimisation-" + Edition.of(home).substring(0, 12));
    this.texts = DroolsRuleBook.texts(base);
    this.muted = "";
  }

  private DroolsMinimisation(KieBase base, Map<String, RuleText> texts, String muted) {
    this.base = base;
    this.texts = texts;
    this.muted = muted;
  }

  /** The same rules without one. */
  DroolsMinimisation without(String rule) {
    return new DroolsMinimisation(base, texts, rule);
  }

  Map<String, RuleText> texts() {
    return texts;
  }

  @Override
  public Verdict judge(String eventType, String field) {
    return remembered(new EventField(eventType, field.toLowerCase(Locale.ROOT)));
  }

  @Override
  public Verdict admit(String eventType, boolean published) {
    return remembered(new EventType(eventType, published));
  }

  @Override
  public Verdict judge(FigureRequest request) {
    return remembered(request);
  }

  private Verdict remembered(Record asked) {
    Verdict known = verdicts.get(asked);
    if (known != null) return known;
    Verdict verdict = consult(asked);
    if (verdicts.size() >= MOST) verdicts.clear();
    verdicts.put(asked, verdict);
    return verdict;
  }

  private Verdict consult(Record fact) {
    KieSession session = base.newKieSession();
    try {
      Treatments treatments = new Treatments();
      session.setGlobal("treatments", treatments);
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
              treatments.speaking(texts.get(event.getMatch().getRule().getName()).reason());
            }
          });
      session.insert(fact);
      session.fireAllRules(match -> !match.getRule().getName().equals(muted));
      return treatments
          .strictest()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "No rule in rules/minimisation speaks about this. Maybe default.drl is missing."));
    } finally {
      session.dispose();
    }
  }
}
