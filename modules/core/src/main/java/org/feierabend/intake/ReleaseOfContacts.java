package org.feierabend.intake;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.feierabend.people.Employer;

/** Hands over what waited. Bells and event clocks both end here. */
public final class ReleaseOfContacts {
  private static final int BATCH = 500;

  private final Deferrals deferrals;
  private final HandOver handOver;

  /** Tells whoever holds the contacts that they may go on; may throw, and is then tried again. */
  public interface HandOver {
    void handOver(Employer employer, List<Deferral> released, Instant now);
  }

  public ReleaseOfContacts(Deferrals deferrals, HandOver handOver) {
    this.deferrals = Objects.requireNonNull(deferrals, "deferrals");
    this.handOver = Objects.requireNonNull(handOver, "handOver");
  }

  /**
   * Releases everything due at {@code now}: at least once each, with the deferral's id as key.
   *
   * @return how many
   */
  public int releaseDue(Employer employer, Instant now) {
    int all = 0;
    int some;
    do {
      some =
          deferrals.release(employer, now, BATCH, batch -> handOver.handOver(employer, batch, now));
      all += some;
    } while (some > 0);
    return all;
  }
}
