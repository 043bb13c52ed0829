package org.feierabend.rulebook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.feierabend.alert.AlertVerdict;
import org.feierabend.decision.Advice;
import org.feierabend.decision.Decision;
import org.feierabend.decision.GroupAnswer;
import org.feierabend.decision.Reason;
import org.feierabend.policy.Minimisation.Verdict;
import org.feierabend.telework.Hint;
import org.feierabend.telework.TeleworkVerdict;

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
  static final Set<String> TELEWORK =
      Set.of("grant", "deny", "review", "because", "basis", "advice");
  static final Set<String> ALERT = Set.of("tell", "remind", "because", "basis");

  List<String> check(Map<String, Decision> came, Optional<SlotFound> slot, Said said) {
    List<String> differs = new ArrayList<>();
    boolean several = came.size() > 1;
    came.forEach(
        (name, one) -> check(one, said).forEach(d -> differs.add(several ? name + ": " + d : d)));
    if (keys.containsKey("slot")) slot(slot, SlotFound::allowedToAll, said, differs);
    if (keys.containsKey("each")) each(came, slot, said, differs);
    counts(GroupAnswer.of(came.values()), differs);
    return differs;
  }

  private void each(
      Map<String, Decision> came, Optional<SlotFound> slot, Said said, List<String> differs) {
    Map<String, Entry> each = keys.get("each").map(came.keySet());
    each.forEach(
        (name, e) -> {
          Expectation one = new Expectation(e.map(ONE));
          List<String> ones = new ArrayList<>(one.check(came.get(name), said));
          if (one.keys.containsKey("slot")) one.slot(slot, f -> f.allowed().get(name), said, ones);
          ones.forEach(d -> differs.add(name + ": " + d));
        });
  }

  private void counts(GroupAnswer answer, List<String> differs) {
    if (keys.containsKey("sender") && !keys.get("sender").text().equals(answer.text()))
      differs.add("sender \"%s\" (was \"%s\")".formatted(keys.get("sender").text(), answer.text()));
    if (!keys.containsKey("counts")) return;
    Map<String, Integer> counts = Map.of("now", answer.now(), "later", answer.later());
    keys.get("counts")
        .map(counts.keySet())
        .forEach(
            (k, e) -> {
              if (!e.as(Integer::valueOf).equals(counts.get(k)))
                differs.add("counts %s %s (was %d)".formatted(k, e.text(), counts.get(k)));
            });
  }

  private void slot(
      Optional<SlotFound> found, Predicate<SlotFound> allowed, Said said, List<String> differs) {
    Map<String, Entry> wanted = keys.get("slot").map(Set.of("allowed", "propose"));
    SlotFound slot =
        found.orElseThrow(
            () -> keys.get("slot").refuse("no slot is asked for: the contact has no 'start'"));
    Entry allow = wanted.get("allowed");
    if (allow != null && allow.truth() != allowed.test(slot))
      differs.add("slot allowed " + allow.text());
    Entry propose = wanted.get("propose");
    if (propose == null) return;
    Optional<Instant> start =
        propose.text().equals("none")
            ? Optional.empty()
            : Optional.of(propose.as(Scenario::instant));
    if (!start.equals(slot.proposed()))
      differs.add("slot proposed " + start.map(said::instant).orElse("none"));
  }

  private List<String> check(Decision came, Said said) {
    List<String> differs = new ArrayList<>();
    for (String outcome : List.of("deliver", "silence", "defer", "route", "refuse"))
      if (keys.containsKey(outcome)) outcome(outcome, keys.get(outcome), came, said, differs);
    if (keys.containsKey("because")) because(came.reasons(), differs);
    for (Entry a : texts("advice"))
      if (!came.advice().contains(a.as(Advice.class))) differs.add("advice " + a.text());
    basis(came.reasons(), differs);
    if (keys.containsKey("rests-on")) {
      Reason.RestsOn wanted = keys.get("rests-on").as(Reason.RestsOn.class);
      if (came.reasons().isEmpty() || came.reasons().get(0).restsOn() != wanted)
        differs.add("rests-on " + wanted);
    }
    if (keys.containsKey("counted") && keys.get("counted").truth() != came.counted())
      differs.add("counted " + keys.get("counted").text());
    return differs;
  }

  private static void outcome(
      String word, Entry wanted, Decision came, Said said, List<String> differs) {
    boolean is = came.outcome().equalsIgnoreCase(word);
    String text = wanted.text();
    if (text.equals("true") || text.equals("false")) {
      if (is != wanted.truth()) differs.add(word + " " + text);
    } else if (word.equals("route")) {
      Decision.Route.To to = wanted.as(Decision.Route.To.class);
      if (!(came instanceof Decision.Route r) || r.to() != to) differs.add(word + " " + to);
    } else if (word.equals("deliver"))
      throw wanted.refuse("expected true or false, but got '" + text + "'");
    else {
      Instant until = wanted.as(Scenario::instant);
      if (!is || !until.equals(until(came))) differs.add(word + " " + said.instant(until));
    }
  }

  private static Instant until(Decision came) {
    if (came instanceof Decision.Defer d) return d.until();
    if (came instanceof Decision.Silence s) return s.until();
    return ((Decision.Refuse) came).earliest();
  }

  List<String> check(Verdict came) {
    List<String> differs = new ArrayList<>();
    for (String word : List.of("keep", "drop", "coarsen", "refuse"))
      if (keys.containsKey(word)
          && came.treatment().name().equalsIgnoreCase(word) != keys.get(word).truth())
        differs.add(word);
    because(List.of(came.reason()), differs);
    return differs;
  }

  List<String> check(AlertVerdict came) {
    List<String> differs = new ArrayList<>();
    truths(
        Map.of(
            "tell", came instanceof AlertVerdict.Tell,
            "remind", came instanceof AlertVerdict.Remind),
        differs);
    because(came.reasons(), differs);
    basis(came.reasons(), differs);
    return differs;
  }

  private void truths(Map<String, Boolean> came, List<String> differs) {
    came.forEach(
        (word, is) -> {
          if (keys.containsKey(word) && keys.get(word).truth() != is)
            differs.add(word + " " + keys.get(word).text());
        });
  }

  List<String> check(TeleworkVerdict came) {
    List<String> differs = new ArrayList<>();
    truths(
        Map.of(
            "grant", came instanceof TeleworkVerdict.Granted,
            "deny", came instanceof TeleworkVerdict.Denied,
            // somebody looks at it, whatever else the verdict is
            "review", came.hints().contains(Hint.REVIEW)),
        differs);
    because(came.reasons(), differs);
    basis(came.reasons(), differs);
    for (Entry a : texts("advice"))
      if (!came.hints().contains(a.as(Hint.class))) differs.add("advice " + a.text());
    return differs;
  }

  private void because(List<Reason> reasons, List<String> differs) {
    Set<String> spoke = new TreeSet<>();
    reasons.forEach(r -> spoke.add(r.rule()));
    for (Entry b : texts("because"))
      if (!spoke.contains(b.text())) differs.add("because " + b.text());
  }

  private void basis(List<Reason> reasons, List<String> differs) {
    for (Entry b : texts("basis"))
      if (reasons.stream().noneMatch(r -> r.basis().contains(b.text())))
        differs.add(
            "basis %s (was %s)".formatted(b.text(), reasons.stream().map(Reason::basis).toList()));
  }

  private List<Entry> texts(String key) {
    Entry e = keys.get(key);
    if (e == null) return List.of();
    return e.isList() ? e.list() : List.of(e);
  }
}
