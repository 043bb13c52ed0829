package org.feierabend.rulebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.contact.ContactClass;
import org.feierabend.decision.Finding;
import org.feierabend.decision.Findings;
import org.feierabend.decision.RuleBook.Listener;
import org.feierabend.decision.Surroundings;
import org.feierabend.timeline.StretchKind;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * All contacts lie in one session, and the kinds of stretch come and go: a rule that looks at no
 * contact speaks once for all of them, one that looks at no stretch once for every kind. The
 * contacts of one session are all working time, or none is, so that what a rule says rests on the
 * same for each.
 */
final class ManyQuestions extends DefaultAgendaEventListener {
  /** What one rule says, with the key it is ordered by; a rule always says the same. */
  private record Said(int number, Finding finding, String key) {}

  private final Map<String, RuleText> texts;
  private final List<ContactClass> contacts;
  private final Map<String, Said> saidBy = new HashMap<>();
  private final List<Said> numbered = new ArrayList<>();

  /** By the numbers of the rules that spoke: few sets ever occur, and a set is quickly told. */
  private final Map<BitSet, List<Finding>> known = new HashMap<>();

  /** A rule that spoke, about one contact or, without one, about all. */
  private record Spoken(String rule, ContactClass about, boolean always) {}

  private final List<Spoken> spoken = new ArrayList<>();
  private final List<Spoken> always = new ArrayList<>();
  private Findings findings;

  ManyQuestions(Map<String, RuleText> texts, Collection<ContactClass> contacts) {
    this.texts = texts;
    this.contacts = List.copyOf(contacts);
  }

  void ask(
      KieBase base,
      String muted,
      Collection<StretchKind> stretches,
      Surroundings surroundings,
      Listener listener) {
    if (contacts.isEmpty()) return;
    KieSession session = base.newKieSession();
    try {
      session.addEventListener(this);
      session.insert(surroundings);
      contacts.forEach(session::insert);
      for (StretchKind s : stretches) {
        findings = new Findings();
        session.setGlobal("findings", findings);
        spoken.clear();
        FactHandle handle = session.insert(s);
        session.fireAllRules(m -> !m.getRule().getName().equals(muted));
        session.delete(handle);
        tell(s, listener);
      }
    } finally {
      session.dispose();
    }
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    String rule = event.getMatch().getRule().getName();
    ContactClass contact = null;
    boolean stretch = false;
    for (Object o : event.getMatch().getObjects()) {
      if (o instanceof ContactClass c) contact = c;
      stretch |= o instanceof StretchKind;
    }
    spoken.add(new Spoken(rule, contact, !stretch));
    findings.speaking(texts.get(rule).reason(contacts.get(0)));
  }

  private void tell(StretchKind stretch, Listener listener) {
    List<Finding> all = findings.all();
    for (int i = 0; i < all.size(); i++) {
      Finding finding = all.get(i);
      Spoken s = spoken.get(i);
      saidBy.computeIfAbsent(s.rule(), r -> number(finding));
      if (s.always()) always.add(s);
    }
    spoken.removeIf(Spoken::always);
    spoken.addAll(always);
    BitSet general = new BitSet();
    Map<ContactClass, BitSet> particular = new IdentityHashMap<>();
    for (Spoken s : spoken)
      (s.about() == null ? general : particular.computeIfAbsent(s.about(), c -> new BitSet()))
          .set(saidBy.get(s.rule()).number());
    List<Finding> others = found(general);
    for (ContactClass c : contacts) {
      BitSet about = particular.get(c);
      if (about != null) about.or(general);
      listener.hear(stretch, c, about == null ? others : found(about));
    }
  }

  private Said number(Finding finding) {
    Said said = new Said(numbered.size(), finding, finding.toString());
    numbered.add(said);
    return said;
  }

  private List<Finding> found(BitSet rules) {
    return known.computeIfAbsent(
        rules,
        r ->
            r.stream()
                .mapToObj(numbered::get)
                .sorted(Comparator.comparing(Said::key))
                .map(Said::finding)
                .toList());
  }
}
