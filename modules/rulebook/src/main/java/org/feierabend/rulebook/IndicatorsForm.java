package org.feierabend.rulebook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feierabend.report.Indicator;

/**
 * {@code indicators: { 2026-Q3: [contacts-outside-window, …] }}: what those quarters publish;
 * {@code alert-above: { contacts-outside-window: 30 }}: from what share of a unit on it alerts.
 */
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

  static Map<Indicator, BigDecimal> percents(Entry thresholds) {
    Map<Indicator, BigDecimal> percents = new EnumMap<>(Indicator.class);
    thresholds
        .map()
        .forEach(
            (key, percent) ->
                percents.put(indicator(thresholds, key), percent.as(BigDecimal::new)));
    return percents;
  }

  private static Indicator indicator(Entry word) {
    return indicator(word, word.text());
  }

  private static Indicator indicator(Entry place, String key) {
    return Indicator.byKey(key)
        .orElseThrow(
            () ->
                place.refuse(
                    "there is no indicator '%s'; there are %s"
                        .formatted(
                            key, Arrays.stream(Indicator.values()).map(Indicator::key).toList())));
  }
}
