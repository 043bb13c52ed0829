package org.feierabend.verifier;

import java.util.HashSet;
import java.util.List;

/**
 * Every figure belongs to an indicator whose definition the row spells out and pins by its hash.
 */
final class MetricCheck implements Check<Row> {
  @Override
  public String name() {
    return "metrics";
  }

  @Override
  public String run(List<? extends Row> ledger) throws Wrong {
    HashSet<String> definitions = new HashSet<>();
    for (Row row : ledger) {
      if (row.release() == null) continue;
      Row.Release release = row.release();
      if (!release.definition().equals(Crypto.sha256(release.metrics())))
        throw new Wrong("row %d: the definition is not the one its hash names", row.seq());
      if (release.indicators().isEmpty()
          || new HashSet<>(release.indicators()).size() != release.indicators().size()
          || !release.indicators().equals(release.metricKeys()))
        throw new Wrong("row %d: indicators and definitions differ", row.seq());
      definitions.add(release.definition());
    }
    return definitions.size() <= 1
        ? "one definition throughout"
        : definitions.size() + " different definitions in the course of time";
  }
}
