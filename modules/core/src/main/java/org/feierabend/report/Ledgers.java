package org.feierabend.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.contact.EmployerId;

/** The ledgers, as chains. */
record Ledgers(Releases releases) implements SignedChains {
  @Override
  public List<LedgerRow> rows(EmployerId employer) {
    return releases.ledger(employer);
  }

  @Override
  public LedgerRow handOver(EmployerId employer, LedgerSigner old, LedgerSigner fresh) {
    return releases.append(
        employer,
        head ->
            new LedgerWriter(old)
                .row(
                    LedgerRow.Type.ROTATED,
                    employer,
                    Optional.empty(),
                    head,
                    Map.of("next", fresh.publicKey())));
  }
}
