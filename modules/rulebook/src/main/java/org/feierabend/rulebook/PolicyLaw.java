package org.feierabend.rulebook;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.PolicyComplaint;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/**
 * What the law says about a policy that is no number: Sundays, what lies in what, what needs a
 * basis.
 */
final class PolicyLaw {
  private static final String SUNDAY = "ArbZG § 9 Abs. 1";
  private static final String BASIS = "ArbZG § 7 Abs. 2 Nr. 1";

  private final Map<String, Object> values;
  private final List<PolicyComplaint> complaints = new ArrayList<>();

  private PolicyLaw(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * @param frameHolds false: the frame will be another, so nothing is said of what lies in it
   * @param wrong pointers of values that cannot be read
   */
  static List<PolicyComplaint> complaints(
      Map<String, Object> values, boolean frameHolds, Set<String> wrong) {
    PolicyLaw law = new PolicyLaw(values);
    for (String hours : List.of("windows", "frame", "core"))
      if (law.readable(hours, wrong)) law.sundays(hours);
    if (frameHolds && law.readable("frame", wrong)) {
      if (law.readable("windows", wrong)) law.inside("windows", "frame");
      if (law.readable("core", wrong)) law.inside("core", "frame");
    }
    law.basis();
    return law.complaints;
  }

  private boolean readable(String key, Set<String> wrong) {
    return values.get(key) instanceof Map<?, ?>
        && wrong.stream().noneMatch(w -> w.equals("/" + key) || w.startsWith("/" + key + "/"));
  }

  private List<WeeklyWindow> week(String key) {
    return WeeklyForm.windows((Map<?, ?>) values.get(key));
  }

  private void sundays(String key) {
    if (week(key).stream().anyMatch(w -> w.days().contains(DayOfWeek.SUNDAY)))
      weaker(
          key,
          "Der Sonntag bleibt frei; bitte SUN weglassen. Wer dienstlich sonntags arbeitet, hat dafür eine Schicht.",
          "Sundays stay free; please leave SUN out. Whoever works on a Sunday by duty has a shift for it.",
          SUNDAY);
  }

  private void inside(String inner, String outer) {
    List<WeeklyWindow> frame = week(outer);
    boolean all =
        week(inner).stream()
            .allMatch(
                w ->
                    w.days().stream()
                        .allMatch(
                            d ->
                                frame.stream()
                                    .anyMatch(f -> f.days().contains(d) && covers(f, w))));
    if (!all)
      weaker(
          inner,
          "Liegt nicht in der Rahmenzeit (%s); außerhalb braucht jede Person eine eigene Zustimmung."
              .formatted(PolicyBounds.text(values.get(outer))),
          "Lies outside the frame (%s); beyond it each person needs an agreement of their own."
              .formatted(PolicyBounds.text(values.get(outer))),
          "TVöD § 6 Abs. 7");
  }

  private static boolean covers(WeeklyWindow outer, WeeklyWindow inner) {
    return !inner.from().isBefore(outer.from())
        && inner.from().isBefore(inner.to())
        && !inner.to().isAfter(outer.to());
  }

  private void basis() {
    if (Boolean.TRUE.equals(values.get("compensatory-rest"))
        && !values.containsKey("compensatory-rest-basis"))
      weaker(
          "compensatory-rest",
          "Ausgleichsruhe erlaubt nur ein Tarifvertrag; bitte unter compensatory-rest-basis nennen.",
          "Only a collective agreement allows compensatory rest; please name it under compensatory-rest-basis.",
          BASIS);
  }

  private void weaker(String key, String de, String en, String article) {
    complaints.add(
        PolicyComplaint.weaker(
            "/" + key,
            PolicyBounds.text(values.get(key)),
            new Sentence(de + " (" + article + ")", en + " (" + article + ")"),
            article));
  }
}
