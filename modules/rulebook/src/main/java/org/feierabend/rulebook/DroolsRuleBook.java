package org.feierabend.rulebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feierabend.contact.ContactClass;
import org.feierabend.decision.Finding;
import org.feierabend.decision.Findings;
import org.feierabend.decision.RuleBook;
import org.feierabend.decision.Surroundings;
import org.feierabend.timeline.StretchKind;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.rule.Rule;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** {@code rules/reachability}, consulted in a fresh session each time; safe for any thread. */
final class DroolsRuleBook implements RuleBook {
  private final KieBase base;
  private final Map<String, RuleText> texts;
  private final String muted;
  private final Distinctions distinctions;

  DroolsRuleBook(List<Path> files, String edition) {
    this.base = RuleCompiler.compile(files, "reachability-" + edition);
    this.texts = texts(base);
    this.muted = "";
    this.distinctions =
        new Distinctions(files.stream().flatMap(f -> RuleReader.read(f).stream()).toList());
  }

  private DroolsRuleBook(DroolsRuleBook other, Map<String, RuleText> texts, String muted) {
    this.base = other.base;
    this.distinctions = other.distinctions;
    this.texts = texts;
    this.muted = muted;
  }

  /** The same book without one rule; rules do not call each other, so not firing it is enough. */
  DroolsRuleBook without(String rule) {
    return new DroolsRuleBook(this, texts, rule);
  }

  /** The same book with the articles of another state, where it says what a rule says. */
  DroolsRuleBook in(Jurisdiction jurisdiction) {
    if (jurisdiction.isStandard()) return this;
    Map<String, RuleText> there = new TreeMap<>();
    texts.forEach(
        (name, text) ->
            there.put(name, jurisdiction.basis(text.id()).map(text::resting).orElse(text)));
    return new DroolsRuleBook(this, there, muted);
  }

  static Map<String, RuleText> texts(KieBase base) {
    Map<String, RuleText> texts = new TreeMap<>();
    for (KiePackage p : base.getKiePackages())
      for (Rule r : p.getRules()) texts.put(r.getName(), RuleText.of(r));
    return texts;
  }

  Map<String, RuleText> texts() {
    return texts;
  }

  KieBase base() {
    return base;
  }

  @Override
  public List<Finding> consult(
      StretchKind stretch, ContactClass contact, Surroundings surroundings) {
    KieSession session = base.newKieSession();
    try {
      Findings findings = new Findings();
      session.setGlobal("findings", findings);
      session.addEventListener(
          new DefaultAgendaEventListener() {
            @Override
            public void beforeMatchFired(BeforeMatchFiredEvent event) {
              String rule = event.getMatch().getRule().getName();
              findings.speaking(texts.get(rule).reason(contact));
            }
          });
      session.insert(stretch);
      session.insert(contact);
      session.insert(surroundings);
      session.fireAllRules(match -> !match.getRule().getName().equals(muted));
      return inOrder(findings.all());
    } finally {
      session.dispose();
    }
  }

  @Override
  public void consult(
      Collection<StretchKind> stretches,
      Collection<ContactClass> contacts,
      Surroundings surroundings,
      Listener listener) {
    contacts.stream()
        .collect(Collectors.partitioningBy(RuleText::isWork))
        .values()
        .forEach(
            some ->
                new ManyQuestions(texts, some).ask(base, muted, stretches, surroundings, listener));
  }

  @Override
  public ContactClass typical(ContactClass contact) {
    return distinctions.typical(contact);
  }

  /** Drools promises no order; a decision must not depend on one. */
  private static List<Finding> inOrder(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(java.util.Comparator.comparing(Finding::toString));
    return sorted;
  }
}
