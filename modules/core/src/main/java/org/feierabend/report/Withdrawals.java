package org.feierabend.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.timeline.IsoWeek;

/**
 * Takes a release back that turned out wrong. It is shown no more; what it cost stays spent, and
 * the week is never released again.
 */
public final class Withdrawals {
  /** Characters of a reason, which everybody can read in the ledger for ever. */
  public static final int LONGEST_REASON = 300;

  private final Releases releases;
  private final ReleaseMaker maker;

  public Withdrawals(Releases releases, ReleaseMaker maker) {
    this.releases = Objects.requireNonNull(releases, "releases");
    this.maker = Objects.requireNonNull(maker, "maker");
  }

  /** Why there is nothing to take back. */
  public enum Not {
    RELEASED,
    AGAIN
  }

  /** Empty when it was withdrawn. */
  public Optional<Not> withdraw(EmployerId employer, IsoWeek week, String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON)
      throw new IllegalArgumentException(
          "A reason has 1 to %d characters, but got %d."
              .formatted(LONGEST_REASON, reason.length()));
    List<LedgerRow> ledger = releases.ledger(employer);
    Optional<LedgerRow> release = find(ledger, LedgerRow.Type.RELEASE, week);
    if (release.isEmpty()) return Optional.of(Not.RELEASED);
    if (find(ledger, LedgerRow.Type.WITHDRAWN, week).isPresent()) return Optional.of(Not.AGAIN);
    releases.append(
        employer, head -> maker.withdrawn(employer, week, release.get().hash(), reason, head));
    return Optional.empty();
  }

  private static Optional<LedgerRow> find(
      List<LedgerRow> ledger, LedgerRow.Type type, IsoWeek week) {
    return ledger.stream()
        .filter(row -> row.type() == type && row.week().filter(week::equals).isPresent())
        .findFirst();
  }
}
