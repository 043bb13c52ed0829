package org.feierabend.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.timeline.IsoWeek;

/** Turns the fields of a row into the row: numbered, chained, hashed, signed (docs/ledger.md). */
final class LedgerWriter {
  private final LedgerSigner signer;

  LedgerWriter(LedgerSigner signer) {
    this.signer = signer;
  }

  LedgerRow row(
      LedgerRow.Type type,
      EmployerId employer,
      Optional<IsoWeek> week,
      LedgerHead head,
      Map<String, Object> fields) {
    Map<String, Object> json = new LinkedHashMap<>(fields);
    json.put("seq", head.count());
    json.put("type", type.name());
    json.put("employer", employer.value());
    week.ifPresent(w -> json.put("week", w.toString()));
    json.put("key", signer.publicKey());
    json.put("prev", head.hash());
    String hash = CanonicalJson.sha256(json);
    json.put("hash", hash);
    json.put("signature", signer.sign(hash));
    return new LedgerRow(head.count(), type, week, head.hash(), hash, CanonicalJson.write(json));
  }
}
