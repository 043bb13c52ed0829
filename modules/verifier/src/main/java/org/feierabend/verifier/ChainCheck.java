package org.feierabend.verifier;

import java.util.List;

/**
 * Rows are numbered from 0, each names the hash of the one before, and its hash is that of its
 * text.
 */
final class ChainCheck implements Check<Link> {
  static final String NOTHING_YET = "0".repeat(64);

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public String run(List<? extends Link> ledger) throws Wrong {
    String prev = NOTHING_YET;
    for (int i = 0; i < ledger.size(); i++) {
      Link row = ledger.get(i);
      if (row.seq() != i)
        throw new Wrong(
            "%s is numbered %d: one is missing, repeated or out of place",
            Link.place(i), row.seq());
      if (!row.prev().equals(prev))
        throw new Wrong("%s does not follow row %d", Link.place(i), i - 1);
      if (!row.hash().equals(Crypto.sha256(row.body())))
        throw new Wrong("%s was changed after it was hashed", Link.place(i));
      if (!row.employer().equals(ledger.get(0).employer()))
        throw new Wrong("%s is of another employer, %s", Link.place(i), row.employer());
      prev = row.hash();
    }
    return ledger.size() + " rows without a gap";
  }
}
