package org.feierabend.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.PolicyComplaint;

/**
 * Measures a policy by the dated numbers of the law: each key of the schema with an {@code x-bound}
 * against every value in force while the policy is, the source of the broken one being the article.
 */
final class PolicyBounds {
  private static final List<String> REGIMES = List.of("tarif", "beamte");

  private final Parameters parameters;

  PolicyBounds(Parameters parameters) {
    this.parameters = parameters;
  }

  /**
   * @param skipped pointers of values that cannot be read
   */
  List<PolicyComplaint> complaints(
      Map<String, Object> document,
      LocalDate from,
      Optional<LocalDate> until,
      Set<String> skipped) {
    List<PolicyComplaint> complaints = new ArrayList<>();
    document.forEach(
        (key, value) -> {
          JsonNode bound = PolicySchema.property(key).path("x-bound");
          if (bound.isMissingNode() || skipped.stream().anyMatch(s -> isAt(s, key))) return;
          for (Parameters.Value law : inForce(bound.get("parameter").asText(), from, until)) {
            Optional<PolicyComplaint> found =
                complaint(key, value, Measured.by(bound.get("is").asText()), law, from);
            found.ifPresent(complaints::add);
            if (found.isPresent()) return; // one article is enough
          }
        });
    return complaints;
  }

  private static boolean isAt(String pointer, String key) {
    return pointer.equals("/" + key) || pointer.startsWith("/" + key + "/");
  }

  private static Optional<PolicyComplaint> complaint(
      String key, Object value, Measured measured, Parameters.Value law, LocalDate from) {
    if (measured.keeps(value, law.value(), from)) return Optional.empty();
    Sentence lawful = said(law.value());
    Sentence written = said(value);
    Sentence what =
        new Sentence(
            "%s %s; hier steht: %s. Weniger Schutz als dort steht (%s) kann niemand vereinbaren."
                .formatted(measured.words().de(), lawful.de(), written.de(), law.source()),
            "%s %s; here it says: %s. Nobody can agree on less protection than %s gives."
                .formatted(measured.words().en(), lawful.en(), written.en(), law.source()));
    return Optional.of(PolicyComplaint.weaker("/" + key, text(value), what, law.source()));
  }

  /** In words, and as it is written where that is another thing. */
  private static Sentence said(Object value) {
    Sentence words = ValueWords.of(value instanceof List<?> l && l.size() == 1 ? l.get(0) : value);
    String written = text(value);
    if (words.de().equals(written)) return words;
    return new Sentence(words.de() + " (" + written + ")", words.en() + " (" + written + ")");
  }

  /** Of both regimes: the values at the first day, and those that come before the last. */
  private List<Parameters.Value> inForce(
      String parameter, LocalDate from, Optional<LocalDate> until) {
    Set<String> days = new TreeSet<>(); // ISO dates sort like days
    days.add(from.toString());
    List<Parameters.Value> all =
        Optional.ofNullable(parameters.all().get(parameter))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The schema measures by %s, which rules/parameters.yaml does not have."
                            .formatted(parameter)))
            .values();
    for (Parameters.Value v : all)
      if (v.from().isAfter(from) && until.map(v.from()::isBefore).orElse(true))
        days.add(v.from().toString());
    List<Parameters.Value> found = new ArrayList<>();
    for (String day : days)
      for (String regime : REGIMES)
        latest(all, regime, LocalDate.parse(day))
            .filter(v -> !found.contains(v))
            .ifPresent(found::add);
    return found;
  }

  private static Optional<Parameters.Value> latest(
      List<Parameters.Value> all, String regime, LocalDate on) {
    return all.stream()
        .filter(v -> v.regimes().contains(regime) && !v.from().isAfter(on))
        .max(java.util.Comparator.comparing(Parameters.Value::from));
  }

  static String text(Object value) {
    return value instanceof List<?> list
        ? String.join("–", list.stream().map(String::valueOf).toList())
        : value instanceof Map<?, ?> map
            ? map.toString().replaceAll("[{}]", "")
            : String.valueOf(value);
  }
}
