package org.feierabend.intake;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.feierabend.people.Employer;
import org.feierabend.report.ReportPeriod;

/** Which reports were prepared, and where each has gone. */
public interface IssuedReports {
  /**
   * A report as it was prepared, once.
   *
   * @param ledgerRows how many rows the ledger had then: what the report is made of, for good
   */
  record Issued(ReportPeriod period, Instant prepared, long ledgerRows) {}

  /** By the end of their period. */
  List<Issued> all(Employer employer);

  /** A report that was prepared already stays as it is. */
  void issue(Employer employer, Issued report);

  /** Names of the outlets the report was handed to. */
  Set<String> handedTo(Employer employer, ReportPeriod period);

  /**
   * Sends, and remembers it in the transaction that lets nobody else send the same: a crash in
   * between may send twice, never not at all. Does nothing where it was sent.
   */
  void handOver(Employer employer, ReportPeriod period, String outlet, Runnable send);
}
