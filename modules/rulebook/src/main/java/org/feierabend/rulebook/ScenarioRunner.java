package org.feierabend.rulebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.alert.AlertVerdict;
import org.feierabend.alert.Alerting;
import org.feierabend.contact.ContactClass;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.policy.Minimisation;
import org.feierabend.policy.Policy;
import org.feierabend.telework.Telework;
import org.feierabend.telework.TeleworkVerdict;
import org.feierabend.timeline.PersonFacts;

/** Asks the real rules what a scenario asks and says what differs. */
final class ScenarioRunner {
  /** What came: the rules that spoke, and what differs from the expectation. */
  record Outcome(List<String> rules, List<String> differs, String came) {
    boolean passed() {
      return differs.isEmpty();
    }
  }

  interface Tables {
    Reachability under(Policy policy);
  }

  private final Tables tables;
  private final DroolsMinimisation minimisation;
  private final Telework telework;
  private final Alerting alerts;
  private final Map<Policy, Reachability> shared = new LinkedHashMap<>();

  ScenarioRunner(
      Tables tables, DroolsMinimisation minimisation, Telework telework, Alerting alerts) {
    this.tables = tables;
    this.minimisation = minimisation;
    this.telework = telework;
    this.alerts = alerts;
  }

  Outcome run(Scenario s) {
    if (s.question() instanceof Scenario.Field f)
      return verdict(s, minimisation.judge(f.field().type(), f.field().name()));
    if (s.question() instanceof Scenario.Type t)
      return verdict(s, minimisation.admit(t.type().name(), t.type().published()));
    if (s.question() instanceof Scenario.Figures f)
      return verdict(s, minimisation.judge(f.request()));
    if (s.question() instanceof Scenario.Telework t) return telework(s, t);
    if (s.question() instanceof Scenario.Alert a) return alert(s, a);
    Scenario.Reach reach = (Scenario.Reach) s.question();
    Reachability table = shared.computeIfAbsent(reach.policy(), tables::under);
    Map<String, Decision> came = new LinkedHashMap<>();
    reach.people().forEach((name, facts) -> came.put(name, decide(table, reach, facts)));
    Optional<SlotFound> slot = reach.contact().slot().map(t -> SlotFound.of(table, reach, t));
    List<String> rules =
        came.values().stream()
            .flatMap(d -> d.reasons().stream())
            .map(r -> r.rule())
            .distinct()
            .toList();
    Said said = new Said(reach.policy().zone());
    String line = said.all(came) + slot.map(f -> "; " + said.slot(f)).orElse("");
    return new Outcome(rules, s.expect().check(came, slot, said), line);
  }

  private static Decision decide(Reachability table, Scenario.Reach reach, PersonFacts person) {
    Scenario.Asked asked = reach.contact();
    ContactClass contact = asked.of(person);
    Decision notice = table.decide(person, contact, asked.at(), reach.unitOnCall());
    return asked
        .slot()
        .map(slot -> table.slots().decide(person, contact, asked.at(), notice, slot))
        .orElse(notice);
  }

  private static Outcome verdict(Scenario s, Minimisation.Verdict verdict) {
    return new Outcome(
        List.of(verdict.reason().rule()),
        s.expect().check(verdict),
        verdict.treatment() + " because " + verdict.reason().rule());
  }

  private Outcome alert(Scenario s, Scenario.Alert a) {
    AlertVerdict verdict = alerts.judge(a.facts());
    return new Outcome(
        verdict.reasons().stream().map(r -> r.rule()).distinct().toList(),
        s.expect().check(verdict),
        Said.alert(verdict));
  }

  private Outcome telework(Scenario s, Scenario.Telework t) {
    TeleworkVerdict verdict = telework.judge(t.request());
    return new Outcome(
        verdict.reasons().stream().map(r -> r.rule()).distinct().toList(),
        s.expect().check(verdict),
        Said.telework(verdict));
  }
}
