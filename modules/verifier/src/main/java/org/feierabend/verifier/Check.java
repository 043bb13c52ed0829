package org.feierabend.verifier;

import java.util.List;

/** One thing the rows of a ledger, or of an audit log, must hold to. */
interface Check<R> {
  /** In a word. */
  Said name();

  /** What was found to be right; throws what is not. */
  Said run(List<? extends R> rows) throws Wrong;
}
