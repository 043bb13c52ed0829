package org.feierabend.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.feierabend.contact.EmployerId;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerHeadFile;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Releases;
import org.feierabend.timeline.IsoWeek;

/**
 * Releases whose every appended row is committed with its entry in the audit log, then noted in the
 * head file.
 */
record SignedReleases(Releases releases, LedgerHeadFile heads, AuditedRows audit)
    implements Releases {
  @Override
  public LedgerRow append(EmployerId employer, Function<LedgerHead, LedgerRow> next) {
    LedgerRow row = audit.together(employer, () -> releases.append(employer, next));
    try {
      heads.advance(employer, row.head());
      return row;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The ledger head of %s cannot be written; is var/ writable?".formatted(employer), e);
    }
  }

  @Override
  public List<LedgerRow> ledger(EmployerId employer) {
    return releases.ledger(employer);
  }

  @Override
  public List<LedgerRow> releases(
      EmployerId employer, Optional<IsoWeek> from, Optional<IsoWeek> to) {
    return releases.releases(employer, from, to);
  }
}
