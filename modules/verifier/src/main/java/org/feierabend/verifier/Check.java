package org.feierabend.verifier;

import java.util.List;

/** One thing the rows of a ledger, or of an audit log, must hold to. */
interface Check<R> {
  String name();

  /** What was found to be right; throws what is not. */
  String run(List<? extends R> rows) throws Wrong;
}
