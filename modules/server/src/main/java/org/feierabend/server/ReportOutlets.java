package org.feierabend.server;

import java.util.ArrayList;
import java.util.List;
import org.feierabend.channels.report.ReportMail;
import org.feierabend.intake.ReportOutlet;
import org.feierabend.people.Employer;

/**
 * The ways out for an employer's reports: the standing ones, and a mail for each recipient of the
 * policy.
 */
record ReportOutlets(Mailboxes mailboxes, List<ReportOutlet> standing) {
  List<ReportOutlet> of(Employer employer) {
    List<ReportOutlet> outlets = new ArrayList<>(standing);
    mailboxes.of(employer).forEach(mailbox -> outlets.add(new ReportMail(mailbox)));
    return outlets;
  }
}
