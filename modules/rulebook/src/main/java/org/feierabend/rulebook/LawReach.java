package org.feierabend.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.feierabend.timeline.PersonFacts.Regime;

/**
 * How far back the dated numbers of the law go: on an earlier day nobody could say what holds.
 *
 * @param first the first day on which every number a decision may ask for has a value
 * @param number which of them begins last, with its regime where it differs by that
 */
record LawReach(LocalDate first, String number) {
  static LawReach of(Parameters parameters, Jurisdiction law) {
    List<LawReach> all = new ArrayList<>();
    for (String name : DatedLaw.FOR_EVERYBODY)
      all.add(new LawReach(first(parameters, name, DatedLaw.EVERYBODY), name));
    if (law.isStandard())
      for (String name : DatedLaw.BY_REGIME)
        for (Regime regime : Regime.values()) {
          String key = regime.name().toLowerCase(Locale.ROOT);
          all.add(new LawReach(first(parameters, name, key), name + ", " + key));
        }
    else law.begins().forEach((name, day) -> all.add(new LawReach(day, law.code() + " " + name)));
    return all.stream().max(Comparator.comparing(LawReach::first)).orElseThrow();
  }

  private static LocalDate first(Parameters parameters, String name, String regime) {
    return parameters
        .first(name, regime)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "rules/parameters.yaml has no %s value for %s.".formatted(name, regime)));
  }
}
