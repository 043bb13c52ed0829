package org.feierabend.verifier;

import java.util.HashSet;
import java.util.List;

/**
 * Every figure belongs to an indicator whose definition the row spells out and pins by its hash.
 */
final class MetricCheck implements Check<Row> {
  @Override
  public Said name() {
    return new Said("Kennzahlen", "metrics");
  }

  @Override
  public Said run(List<? extends Row> ledger) throws Wrong {
    HashSet<String> definitions = new HashSet<>();
    for (Row row : ledger) {
      if (row.release() == null) continue;
      Row.Release release = row.release();
      if (!release.definition().equals(Crypto.sha256(release.metrics())))
        throw new Wrong(
            "Eintrag %d: Die Definition ist nicht die, die ihre Prüfsumme nennt",
            "row %d: the definition is not the one its hash names", row.seq());
      if (release.indicators().isEmpty()
          || new HashSet<>(release.indicators()).size() != release.indicators().size()
          || !release.indicators().equals(release.metricKeys()))
        throw new Wrong(
            "Eintrag %d: Indikatoren und Definitionen passen nicht zusammen",
            "row %d: indicators and definitions differ", row.seq());
      definitions.add(release.definition());
    }
    return definitions.size() <= 1
        ? Said.of("durchweg eine Definition", "one definition throughout")
        : Said.of(
            "%d verschiedene Definitionen im Lauf der Zeit",
            "%d different definitions in the course of time", definitions.size());
  }
}
