package org.feierabend.verifier;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A week is released once, then destroyed once; a withdrawal refers to its release. */
final class LifeCheck implements Check<Row> {
  @Override
  public String name() {
    return "weeks";
  }

  @Override
  public String run(List<? extends Row> ledger) throws Wrong {
    Map<String, Row> released = new LinkedHashMap<>();
    Map<String, Row> ended = new HashMap<>();
    for (Row row : ledger) {
      if (row.release() != null) {
        if (released.put(row.week(), row) != null)
          throw new Wrong("row %d releases week %s a second time", row.seq(), row.week());
        continue;
      }
      if (row.next() != null) continue; // of no week
      Row release = released.get(row.week());
      if (release == null || !release.hash().equals(row.refersTo()))
        throw new Wrong(
            "row %d (%s) does not refer to the release of its week", row.seq(), row.type());
      if (ended.put(row.type() + row.week(), row) != null)
        throw new Wrong("row %d (%s %s) is there a second time", row.seq(), row.type(), row.week());
    }
    long withdrawn = ended.keySet().stream().filter(e -> e.startsWith("WITHDRAWN")).count();
    List<String> open =
        released.keySet().stream().filter(w -> !ended.containsKey("DESTROYED" + w)).toList();
    return released.size()
        + " weeks released once"
        + (open.isEmpty()
            ? ", all destroyed"
            : "; no record of destruction yet for " + String.join(", ", open))
        + (withdrawn == 0 ? "" : "; " + withdrawn + " withdrawn, spent all the same");
  }
}
