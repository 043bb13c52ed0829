package org.feierabend.intake;

import java.time.Instant;
import org.feierabend.people.Employer;
import org.feierabend.report.Report;
import org.feierabend.report.ReportPeriod;

/** A way out for reports. */
public interface ReportOutlet {
  /** Stable, and nobody's name or address. */
  String key();

  /** Whether this outlet takes reports of the kind at all. */
  boolean takes(ReportPeriod.Kind kind);

  /** Whether it may be used now: nobody is sent a report outside their hours. */
  boolean open(Employer employer, Instant now);

  /** Whether a report is too old to be sent: nobody new is sent the past. */
  default boolean tooLate(Instant prepared, Instant now) {
    return false;
  }

  /** Returns when the report is out of our hands; fails when it is not. */
  void send(Employer employer, Report report, Instant now);
}
