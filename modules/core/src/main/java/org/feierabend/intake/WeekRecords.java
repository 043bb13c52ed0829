package org.feierabend.intake;

import org.feierabend.people.Employer;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Sums;
import org.feierabend.timeline.IsoWeek;

/** Writes the two rows a week leaves in the ledger. */
public interface WeekRecords {
  /** Draws the noise; called inside the closing transaction, which may still fail. */
  LedgerRow release(Employer employer, IsoWeek week, Sums sums, LedgerHead head);

  /** Says that the week's key, tables and topics are gone. */
  LedgerRow destroyed(Employer employer, IsoWeek week, LedgerHead head);
}
