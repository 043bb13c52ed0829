package org.feierabend.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.policy.Minimisation;
import org.feierabend.policy.Policies;
import org.feierabend.policy.Policy;

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
  private final Minimisation minimisation;
  private final Policies policies;
  private final Map<String, Reachability> shared = new LinkedHashMap<>();

  ScenarioRunner(Tables tables, Minimisation minimisation, Policies policies) {
    this.tables = tables;
    this.minimisation = minimisation;
    this.policies = policies;
  }

  Outcome run(Scenario s) {
    List<String> missing = new ArrayList<>(s.undecided());
    if (s.question() instanceof Scenario.Field f) return field(s, f);
    if (!(s.question() instanceof Scenario.Reach reach)) return undecided(missing);
    Optional<Reachability> table = table(reach, missing);
    if (!missing.isEmpty() || table.isEmpty()) return undecided(missing);
    Map<String, Decision> came = new LinkedHashMap<>();
    reach
        .people()
        .forEach(
            (name, facts) ->
                came.put(
                    name,
                    table
                        .get()
                        .decide(
                            facts,
                            reach.contact().of(facts),
                            reach.contact().at(),
                            reach.unitOnCall())));
    List<String> rules =
        came.values().stream()
            .flatMap(d -> d.reasons().stream())
            .map(r -> r.rule())
            .distinct()
            .toList();
    List<String> said = came.values().stream().map(Expectation::say).toList();
    boolean group = !came.containsKey("");
    List<String> differs =
        group ? s.expect().check(came) : s.expect().check(came.values().iterator().next());
    return new Outcome(rules, differs, String.join("; ", said));
  }

  private Outcome field(Scenario s, Scenario.Field f) {
    var verdict = minimisation.judge(f.field().type(), f.field().name());
    return new Outcome(
        List.of(verdict.reason().rule()),
        s.expect().check(verdict),
        verdict.treatment() + " because " + verdict.reason().rule());
  }

  private static Outcome undecided(List<String> missing) {
    return new Outcome(
        List.of(), List.of("an answer"), "nothing: the present rules do not decide " + missing);
  }

  private Optional<Reachability> table(Scenario.Reach reach, List<String> missing) {
    Policy policy = policies.policy(reach.policy());
    if (reach.agreement().isEmpty())
      return Optional.of(shared.computeIfAbsent(reach.policy(), n -> tables.under(policy)));
    Policy changed = policy;
    for (Map.Entry<String, Entry> o : reach.agreement().entrySet()) {
      switch (o.getKey()) {
        case "mail" -> changed = changed.with(o.getValue().as(Policy.Mail.class));
        case "windows" -> changed = changed.withWindows(WeeklyForm.windows(o.getValue()));
        default -> missing.add("agreement " + o.getKey());
      }
    }
    return Optional.of(tables.under(changed));
  }
}
