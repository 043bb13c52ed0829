package org.feierabend.verifier;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A week is released once, then destroyed once; a withdrawal refers to its release. */
final class LifeCheck implements Check<Row> {
  @Override
  public Said name() {
    return new Said("Wochen", "weeks");
  }

  @Override
  public Said run(List<? extends Row> ledger) throws Wrong {
    Map<String, Row> released = new LinkedHashMap<>();
    Map<String, Row> ended = new HashMap<>();
    for (Row row : ledger) {
      if (row.release() != null) {
        if (released.put(row.week(), row) != null)
          throw new Wrong(
              "Eintrag %d veröffentlicht Woche %s zum zweiten Mal",
              "row %d releases week %s a second time", row.seq(), row.week());
        continue;
      }
      if (row.next() != null) continue; // of no week
      Row release = released.get(row.week());
      if (release == null || !release.hash().equals(row.refersTo()))
        throw new Wrong(
            "Eintrag %d (%s) bezieht sich nicht auf die Veröffentlichung seiner Woche",
            "row %d (%s) does not refer to the release of its week", row.seq(), row.type());
      if (ended.put(row.type() + row.week(), row) != null)
        throw new Wrong(
            "Eintrag %d (%s %s) ist zum zweiten Mal da",
            "row %d (%s %s) is there a second time", row.seq(), row.type(), row.week());
    }
    long withdrawn = ended.keySet().stream().filter(e -> e.startsWith("WITHDRAWN")).count();
    List<String> open =
        released.keySet().stream().filter(w -> !ended.containsKey("DESTROYED" + w)).toList();
    Said said =
        Said.of("%d Wochen, jede einmal veröffentlicht", "%d weeks released once", released.size());
    said =
        open.isEmpty()
            ? said.plus(", alle vernichtet", ", all destroyed")
            : said.plus(
                "; noch kein Eintrag der Vernichtung für %s",
                "; no record of destruction yet for %s", String.join(", ", open));
    return withdrawn == 0
        ? said
        : said.plus(
            "; %d zurückgenommen und trotzdem verbraucht",
            "; %d withdrawn, spent all the same", withdrawn);
  }
}
