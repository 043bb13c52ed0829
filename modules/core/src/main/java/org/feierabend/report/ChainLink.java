package org.feierabend.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** A row of a chain: it names the hash of the row before, and is signed (docs/ledger.md). */
public interface ChainLink {
  long seq();

  String hash();

  /** The whole line, canonical. */
  String json();

  default LedgerHead head() {
    return new LedgerHead(seq() + 1, hash());
  }

  /** A line and its hash. */
  record Sealed(String hash, String json) {}

  /** Numbers, chains, hashes and signs the fields of the row that follows {@code head}. */
  static Sealed seal(Map<String, Object> fields, LedgerHead head, LedgerSigner signer) {
    Map<String, Object> json = new LinkedHashMap<>(fields);
    json.put("seq", head.count());
    json.put("key", signer.publicKey());
    json.put("prev", head.hash());
    String hash = CanonicalJson.sha256(json);
    json.put("hash", hash);
    json.put("signature", signer.sign(hash));
    return new Sealed(hash, CanonicalJson.write(json));
  }
}
