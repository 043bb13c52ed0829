package org.feierabend.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.feierabend.people.Employer;
import org.feierabend.report.Indicator;
import org.feierabend.report.LedgerHead;
import org.feierabend.report.LedgerRow;
import org.feierabend.report.Mark;
import org.feierabend.report.Sums;
import org.feierabend.timeline.IsoWeek;

/**
 * The life of a week: open, sealed, released, destroyed. Each step is one transaction and may be
 * repeated after a crash.
 */
public interface Weeks {
  enum State {
    OPEN,
    SEALED,
    RELEASED,
    DESTROYED
  }

  record Week(IsoWeek week, State state) {}

  /** Weeks that are not DESTROYED yet, oldest first. */
  List<Week> unfinished(Employer employer);

  /** State of a week; OPEN is returned for none that was never opened only after {@link #open}. */
  Optional<State> state(Employer employer, IsoWeek week);

  /** Opens a week: its row and its own UNLOGGED tables. No-op when it exists in any state. */
  void open(Employer employer, IsoWeek week);

  /** From here on nothing is counted for the week. */
  void seal(Employer employer, IsoWeek week);

  /**
   * Applies marks read from one topic: digests count once, counters saturate, offsets move, all in
   * one transaction.
   *
   * @param fromOffsets partition → the offset these marks were read from, for every partition in
   *     {@code nextOffsets}
   * @param nextOffsets partition → the offset to read next
   * @throws OutOfStep when the store stands elsewhere than {@code fromOffsets} (a partition it does
   *     not know stands at 0): a database crash emptied the tallies, or somebody else reads too
   * @throws WeekClosed when the week is released already
   */
  void tally(
      Employer employer,
      IsoWeek week,
      List<Mark> marks,
      Map<Integer, Long> fromOffsets,
      Map<Integer, Long> nextOffsets);

  /**
   * Where to read on; empty after a database crash emptied the unlogged tables, and then the week
   * is read anew.
   */
  Map<Integer, Long> markOffsets(Employer employer, IsoWeek week);

  /**
   * What is counted of one pseudonym so far, for the person alone to see; empty when nothing is.
   *
   * @throws WeekClosed when the week is released already
   */
  Optional<OwnCounts> counted(Employer employer, IsoWeek week, byte[] pseudonym);

  /**
   * One row of the tally.
   *
   * @param counts saturated at each indicator's threshold
   * @param objected nothing of this week counts for this person
   */
  record OwnCounts(Map<Indicator, Integer> counts, boolean objected) {
    public OwnCounts {
      counts = Map.copyOf(counts);
    }

    @Override
    public String toString() {
      return "OwnCounts(…)"; // of one person: never in a log
    }
  }

  /**
   * The closing: sums the tallies, lets {@code release} draw the noise and write the row, stores
   * it, drops the week's tables and sets RELEASED. One transaction; a second call for the same week
   * fails.
   *
   * @param readTo partition → the end of the marks topic, which the tallies must have reached
   * @throws OutOfStep when they have not, or not any more, because a database crash emptied them
   */
  LedgerRow release(
      Employer employer,
      IsoWeek week,
      Map<Integer, Long> readTo,
      BiFunction<Sums, LedgerHead, LedgerRow> release);

  /**
   * Records that key and topics of a released week are gone: DESTROYED, with its own ledger row.
   * One transaction.
   */
  LedgerRow destroyed(Employer employer, IsoWeek week, Function<LedgerHead, LedgerRow> record);

  /** The tallies do not stand where the caller believes: ask {@link #markOffsets} and read anew. */
  final class OutOfStep extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutOfStep(String message) {
      super(message);
    }
  }
}
