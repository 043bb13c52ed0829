package org.feierabend.verifier;

import java.security.PublicKey;
import java.util.List;

/**
 * Every row is signed with one key: the given one, or the one the first row names.
 *
 * @param key base64 of the key handed over outside the ledger; null when there is none
 */
record SignatureCheck(String key) implements Check {
  @Override
  public String name() {
    return "signature";
  }

  @Override
  public String run(List<Row> ledger) throws Wrong {
    if (ledger.isEmpty()) return "nothing to be signed yet";
    String signer = key == null ? ledger.get(0).key() : key;
    PublicKey publicKey = Crypto.key(signer);
    for (Row row : ledger) {
      if (!row.key().equals(signer))
        throw new Wrong(
            "row %d names another key than %s", row.seq(), key == null ? "row 0" : "--key");
      if (!Crypto.signed(publicKey, row.hash(), row.signature()))
        throw new Wrong("row %d is not signed with the key", row.seq());
    }
    return "all rows signed with key " + Crypto.fingerprint(signer);
  }
}
