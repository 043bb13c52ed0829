package org.feierabend.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.report.Indicator;

/**
 * What one event leads to.
 *
 * @param total name of the total it is counted in
 * @param rules ids of the rules that spoke
 * @param indicators what it counts towards in the open week
 */
record Consequence(
    String total,
    List<String> rules,
    Optional<Deferral> deferral,
    Set<Indicator> indicators,
    Optional<WhyCard> card,
    Optional<Answered> answered,
    Optional<Emergency> emergency) {

  static Consequence counted(String total) {
    return counted(total, Set.of());
  }

  static Consequence counted(String total, Set<Indicator> indicators) {
    return new Consequence(
        total,
        List.of(),
        Optional.empty(),
        indicators,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Consequence answered(Answered answered) {
    return new Consequence(
        "answer",
        List.of(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.of(answered),
        Optional.empty());
  }
}
