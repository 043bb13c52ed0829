package org.feierabend.rulebook;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.feierabend.policy.FigureRequest;
import org.feierabend.policy.Minimisation;
import org.feierabend.policy.PurposeLock;
import org.kie.api.KieBase;

/** {@code rules/minimisation}; answers are remembered. */
public final class DroolsMinimisation implements Minimisation, PurposeLock {
  private static final int MOST = 4_096; // names come from outside and must not fill memory

  private final Consultation rules;
  private final Map<Record, Verdict> verdicts = new ConcurrentHashMap<>();

  /**
   * @param home the checkout directory, with {@code rules/} below it
   */
  public DroolsMinimisation(Path home) {
    var files = RuleCompiler.files(home.resolve("rules/minimisation"));
    KieBase base = RuleCompiler.compile(files, "minimisation-" + Edition.of(home).substring(0, 12));
    rules = new Consultation(base, DroolsRuleBook.texts(base), "");
  }

  private DroolsMinimisation(Consultation rules) {
    this.rules = rules;
  }

  /** The same rules without one. */
  DroolsMinimisation without(String rule) {
    return new DroolsMinimisation(new Consultation(rules.base(), rules.texts(), rule));
  }

  Map<String, RuleText> texts() {
    return rules.texts();
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
    Treatments treatments = new Treatments();
    rules.ask("treatments", treatments, treatments::speaking, fact);
    return treatments
        .strictest()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No rule in rules/minimisation speaks about this. Maybe default.drl is missing."));
  }
}
