package org.feierabend.rulebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.decision.Advice;
import org.feierabend.decision.Decision;
import org.feierabend.decision.GroupAnswer;
import org.feierabend.decision.Reason;
import org.feierabend.policy.Minimisation.Verdict;

/** What a scenario expects; each check returns what differs, empty when nothing does. */
record Expectation(Map<String, Entry> keys) {
  static final Set<String> ONE =
      Set.of(
          "deliver",
          "silence",
          "defer",
          "route",
          "refuse",
          "because",
          "advice",
          "basis",
          "rests-on",
          "counted",
          "slot");
  static final Set<String> GROUP = Set.of("each", "sender", "counts");
  static final Set<String> FIELD = Set.of("keep", "drop", "coarsen", "because", "basis");
  static final Set<String> TELEWORK = Set.of("grant", "deny", "review", "because");

  List<String> check(Decision came) {
    List<String> differs = new ArrayList<>();
    for (String outcome : List.of("deliver", "silence", "defer", "route", "refuse"))
      if (keys.containsKey(outcome)) outcome(outcome, keys.get(outcome), came, differs);
    if (keys.containsKey("because")) because(came.reasons(), differs);
    for (Entry a : texts("advice"))
      if (!came.advice().contains(a.as(Advice.class))) differs.add("advice " + a.text());
    for (Entry b : texts("basis"))
      if (came.reasons().stream().noneMatch(r -> r.basis().contains(b.text())))
        differs.add("basis " + b.text());
    if (keys.containsKey("rests-on")) {
      Reason.RestsOn wanted = keys.get("rests-on").as(Reason.RestsOn.class);
      if (came.reasons().isEmpty() || came.reasons().get(0).restsOn() != wanted)
        differs.add("rests-on " + wanted);
    }
    if (keys.containsKey("counted") && truth(keys.get("counted")) != came.counted())
      differs.add("counted " + keys.get("counted").text());
    return differs;
  }

  private static void outcome(String word, Entry wanted, Decision came, List<String> differs) {
    boolean is = came.outcome().equalsIgnoreCase(word);
    String text = wanted.text();
    if (text.equals("true") || text.equals("false")) {
      if (is != truth(wanted)) differs.add(word + " " + text);
      return;
    }
    Object detail = detail(came);
    Object asked = word.equals("route") ? text : wanted.as(Scenario::instant);
    if (!is || !asked.equals(detail)) differs.add(word + " " + text);
  }

  private static Object detail(Decision came) {
    if (came instanceof Decision.Defer d) return d.until();
    if (came instanceof Decision.Silence s) return s.until();
    if (came instanceof Decision.Refuse r) return r.earliest();
    if (came instanceof Decision.Route r) return r.to().name();
    return "";
  }

  List<String> check(Map<String, Decision> came) {
    List<String> differs = new ArrayList<>();
    came.forEach((name, one) -> check(one).forEach(d -> differs.add(name + ": " + d)));
    if (keys.containsKey("each"))
      keys.get("each")
          .map(came.keySet())
          .forEach(
              (name, e) ->
                  new Expectation(e.map(ONE))
                      .check(came.get(name))
                      .forEach(d -> differs.add(name + ": " + d)));
    GroupAnswer answer = GroupAnswer.of(came.values());
    if (keys.containsKey("sender") && !keys.get("sender").text().equals(answer.text()))
      differs.add("sender \"%s\" (was \"%s\")".formatted(keys.get("sender").text(), answer.text()));
    if (keys.containsKey("counts")) {
      Map<String, Integer> counts = Map.of("now", answer.now(), "later", answer.later());
      keys.get("counts")
          .map(counts.keySet())
          .forEach(
              (k, e) -> {
                if (!e.as(Integer::valueOf).equals(counts.get(k)))
                  differs.add("counts %s %s".formatted(k, e.text()));
              });
    }
    return differs;
  }

  List<String> check(Verdict came) {
    List<String> differs = new ArrayList<>();
    for (String word : List.of("keep", "drop", "coarsen", "refuse"))
      if (keys.containsKey(word)
          && came.treatment().name().equalsIgnoreCase(word) != truth(keys.get(word)))
        differs.add(word);
    because(List.of(came.reason()), differs);
    return differs;
  }

  private void because(List<Reason> reasons, List<String> differs) {
    Set<String> spoke = new TreeSet<>();
    reasons.forEach(r -> spoke.add(r.rule()));
    for (Entry b : texts("because"))
      if (!spoke.contains(b.text())) differs.add("because " + b.text());
  }

  private List<Entry> texts(String key) {
    Entry e = keys.get(key);
    if (e == null) return List.of();
    return e.isList() ? e.list() : List.of(e);
  }

  private static boolean truth(Entry entry) {
    return switch (entry.text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw entry.refuse("expected true or false, but got '" + entry.text() + "'");
    };
  }

  /** Said in one breath, for the line a person reads. */
  static String say(Decision d) {
    Object detail = detail(d);
    String when = detail instanceof Instant || !detail.equals("") ? " " + detail : "";
    return "%s%s because %s%s"
        .formatted(
            d.outcome(),
            when,
            d.reasons().stream().map(Reason::rule).distinct().toList(),
            d.advice().isEmpty() ? "" : " advice " + d.advice());
  }
}
