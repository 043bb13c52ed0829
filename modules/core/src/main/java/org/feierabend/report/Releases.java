package org.feierabend.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.feierabend.contact.EmployerId;
import org.feierabend.timeline.IsoWeek;

/** The published weeks and their ledger: written once, read by everybody who may. */
public interface Releases {
  List<LedgerRow> ledger(EmployerId employer);

  /** RELEASE rows of the ledger, oldest first. */
  List<LedgerRow> releases(EmployerId employer, Optional<IsoWeek> from, Optional<IsoWeek> to);

  /**
   * Appends one row to the employer's chain in a transaction of its own that holds the chain's
   * head: {@code next} is given the present head and returns the row to write.
   */
  LedgerRow append(EmployerId employer, Function<LedgerHead, LedgerRow> next);
}
