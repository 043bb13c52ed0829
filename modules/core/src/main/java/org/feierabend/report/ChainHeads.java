package org.feierabend.report;

import org.feierabend.contact.EmployerId;

/**
 * Where an employer's chains end, signed: whoever keeps such a line notices later that rows are
 * missing at the end.
 */
public interface ChainHeads {
  /** The line of {@code var/ledger-head}. */
  String ledger(EmployerId employer);

  /** The line of {@code var/audit-head}. */
  String audit(EmployerId employer);
}
