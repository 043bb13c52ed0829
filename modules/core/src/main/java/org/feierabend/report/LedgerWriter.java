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
    json.put("type", type.name());
    json.put("employer", employer.value());
    week.ifPresent(w -> json.put("week", w.toString()));
    ChainLink.Sealed sealed = ChainLink.seal(json, head, signer);
    return new LedgerRow(head.count(), type, week, head.hash(), sealed.hash(), sealed.json());
  }
}
