package org.feierabend.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.decision.Decision;
import org.feierabend.intake.ContactDigest.Released;
import org.feierabend.people.Employer;

/**
 * Hands over what waited, decided anew for the instant it waited for. Bells and event clocks both
 * end here.
 */
public final class ReleaseOfContacts {
  private static final int BATCH = 2_000;

  private final Deferrals deferrals;
  private final Anew anew;
  private final HandOver handOver;

  /** Tells whoever holds the contacts that they may go on; may throw, and is then tried again. */
  public interface HandOver {
    void handOver(Employer employer, List<ContactDigest> released, Instant now);
  }

  /** Decides for the instant the contact waited for; empty when nobody is there any more. */
  public interface Anew {
    Optional<Decision> decide(Employer employer, Deferral deferral);
  }

  public ReleaseOfContacts(Deferrals deferrals, Anew anew, HandOver handOver) {
    this.deferrals = Objects.requireNonNull(deferrals, "deferrals");
    this.anew = Objects.requireNonNull(anew, "anew");
    this.handOver = Objects.requireNonNull(handOver, "handOver");
  }

  /**
   * Releases everything due at {@code now}: at least once each, with the deferral's id as key. What
   * the policy now in force holds back waits on.
   *
   * @return how many were released or wait on
   */
  public int releaseDue(Employer employer, Instant now) {
    int all = 0;
    int some;
    do {
      some = deferrals.release(employer, now, BATCH, due -> handOver(employer, due, now));
      all += some;
    } while (some > 0);
    return all;
  }

  private record Window(long person, Instant until) {}

  private List<Deferral> handOver(Employer employer, List<Deferral> due, Instant now) {
    List<Deferral> waitingOn = new ArrayList<>();
    Map<Window, List<Released>> windows = new LinkedHashMap<>();
    for (Deferral d : due) {
      Optional<Decision> decision = anew.decide(employer, d);
      if (decision.isPresent()
          && decision.get() instanceof Decision.Defer later
          && later.until().isAfter(d.until())) waitingOn.add(d.until(later.until()));
      else
        windows
            .computeIfAbsent(new Window(d.personNo(), d.until()), w -> new ArrayList<>())
            .add(new Released(d, decision.map(Decision::outcome).orElse("SILENCE")));
    }
    List<ContactDigest> digests = new ArrayList<>();
    windows.forEach((w, contacts) -> digests.add(new ContactDigest(w.until, contacts)));
    if (!digests.isEmpty()) handOver.handOver(employer, digests, now);
    return waitingOn;
  }
}
