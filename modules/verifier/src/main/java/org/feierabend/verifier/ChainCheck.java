package org.feierabend.verifier;

import java.util.List;

/**
 * Rows are numbered from 0, each names the hash of the one before, and its hash is that of its
 * text.
 */
final class ChainCheck implements Check {
  static final String NOTHING_YET = "0".repeat(64);

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public String run(List<Row> ledger) throws Wrong {
    String prev = NOTHING_YET;
    for (int i = 0; i < ledger.size(); i++) {
      Row row = ledger.get(i);
      if (row.seq() != i) throw new Wrong("row %d is numbered %d", i, row.seq());
      if (!row.prev().equals(prev)) throw new Wrong("row %d does not follow row %d", i, i - 1);
      if (!row.hash().equals(Crypto.sha256(row.body())))
        throw new Wrong("row %d was changed after it was hashed", i);
      if (!row.employer().equals(ledger.get(0).employer()))
        throw new Wrong("row %d is of another employer, %s", i, row.employer());
      prev = row.hash();
    }
    return ledger.size() + " rows without a gap";
  }
}
