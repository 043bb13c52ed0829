package org.feierabend.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.feierabend.intake.Weeks;
import org.feierabend.people.Employer;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerHeadFile;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Mark;
import org.feierabend.report.Sums;
import org.feierabend.timeline.IsoWeek;

/**
 * Weeks whose every new ledger row is committed with its entry in the audit log, then noted in the
 * head file beside the database.
 */
record SignedHeads(Weeks weeks, LedgerHeadFile heads, AuditedRows audit) implements Weeks {
  @Override
  public LedgerRow release(
      Employer employer,
      IsoWeek week,
      Map<Integer, Long> readTo,
      BiFunction<Sums, LedgerHead, LedgerRow> release) {
    return noted(
        employer,
        audit.together(employer.id(), () -> weeks.release(employer, week, readTo, release)));
  }

  @Override
  public LedgerRow destroyed(
      Employer employer, IsoWeek week, Function<LedgerHead, LedgerRow> record) {
    return noted(
        employer, audit.together(employer.id(), () -> weeks.destroyed(employer, week, record)));
  }

  private LedgerRow noted(Employer employer, LedgerRow row) {
    try {
      heads.advance(employer.id(), row.head());
      return row;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The ledger head of %s cannot be written; is var/ writable?".formatted(employer.id()), e);
    }
  }

  @Override
  public List<Week> unfinished(Employer employer) {
    return weeks.unfinished(employer);
  }

  @Override
  public Optional<State> state(Employer employer, IsoWeek week) {
    return weeks.state(employer, week);
  }

  @Override
  public void open(Employer employer, IsoWeek week) {
    weeks.open(employer, week);
  }

  @Override
  public void seal(Employer employer, IsoWeek week) {
    weeks.seal(employer, week);
  }

  @Override
  public void tally(
      Employer employer,
      IsoWeek week,
      List<Mark> marks,
      Map<Integer, Long> fromOffsets,
      Map<Integer, Long> nextOffsets) {
    weeks.tally(employer, week, marks, fromOffsets, nextOffsets);
  }

  @Override
  public Map<Integer, Long> markOffsets(Employer employer, IsoWeek week) {
    return weeks.markOffsets(employer, week);
  }

  @Override
  public Optional<OwnCounts> counted(Employer employer, IsoWeek week, byte[] pseudonym) {
    return weeks.counted(employer, week, pseudonym);
  }
}
