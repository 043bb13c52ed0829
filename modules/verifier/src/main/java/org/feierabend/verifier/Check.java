package org.feierabend.verifier;

import java.util.List;

/** One thing the ledger must hold to. */
interface Check {
  String name();

  /** What was found to be right; throws what is not. */
  String run(List<Row> ledger) throws Wrong;
}
