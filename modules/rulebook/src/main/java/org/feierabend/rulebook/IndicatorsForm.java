package org.feierabend.rulebook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feierabend.report.Indicator;

/** {@code indicators: { 2026-Q3: [contacts-outside-window, …] }}: what those quarters publish. */
final class IndicatorsForm {
  private IndicatorsForm() {}

  static Map<String, List<Indicator>> byQuarter(Entry indicators) {
    Map<String, List<Indicator>> quarters = new TreeMap<>();
    indicators
        .map()
        .forEach(
            (quarter, named) ->
                quarters.put(
                    quarter, named.list().stream().map(IndicatorsForm::indicator).toList()));
    return quarters;
  }

  private static Indicator indicator(Entry word) {
    return Indicator.byKey(word.text())
        .orElseThrow(
            () ->
                word.refuse(
                    "there is no indicator '%s'; there are %s"
                        .formatted(
                            word.text(),
                            Arrays.stream(Indicator.values()).map(Indicator::key).toList())));
  }
}
