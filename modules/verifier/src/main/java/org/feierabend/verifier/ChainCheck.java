package org.feierabend.verifier;

import java.util.List;

/**
 * Rows are numbered from 0, each names the hash of the one before, and its hash is that of its
 * text.
 */
final class ChainCheck implements Check<Link> {
  static final String NOTHING_YET = "0".repeat(64);

  @Override
  public Said name() {
    return new Said("Kette", "chain");
  }

  @Override
  public Said run(List<? extends Link> ledger) throws Wrong {
    String prev = NOTHING_YET;
    for (int i = 0; i < ledger.size(); i++) {
      Link row = ledger.get(i);
      if (row.seq() != i)
        throw new Wrong(
            "%s hat die Nummer %d: Einer fehlt, ist doppelt oder steht falsch",
            "%s is numbered %d: one is missing, repeated or out of place",
            Link.place(i),
            row.seq());
      if (!row.prev().equals(prev))
        throw new Wrong(
            "%s folgt nicht auf Eintrag %d", "%s does not follow row %d", Link.place(i), i - 1);
      if (!row.hash().equals(Crypto.sha256(row.body())))
        throw new Wrong(
            "%s wurde geändert, nachdem die Prüfsumme gebildet war",
            "%s was changed after it was hashed", Link.place(i));
      if (!row.employer().equals(ledger.get(0).employer()))
        throw new Wrong(
            "%s gehört zu einem anderen Arbeitgeber, %s",
            "%s is of another employer, %s", Link.place(i), row.employer());
      prev = row.hash();
    }
    return Said.of("%d Einträge ohne Lücke", "%d rows without a gap", ledger.size());
  }
}
