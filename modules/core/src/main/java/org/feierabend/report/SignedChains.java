package org.feierabend.report;

import java.util.List;
import org.feierabend.contact.EmployerId;

/** One chain per employer, all under the operator's key: the ledgers, or the audit logs. */
public interface SignedChains {
  List<? extends ChainLink> rows(EmployerId employer);

  /** Appends the row, signed by the old key, that names the fresh one as {@code next}. */
  ChainLink handOver(EmployerId employer, LedgerSigner old, LedgerSigner fresh);
}
