package org.feierabend.policy;

import java.time.Duration;

/**
 * What a policy edition would have made of the contacts it was tried on.
 *
 * @param edition content hash of policy and rules
 * @param longestWait of a deferred contact, to the second; zero when none was deferred
 */
public record DryRunResult(
    String edition,
    long delivered,
    long silenced,
    long deferred,
    long routed,
    long refused,
    Duration longestWait) {
  public long contacts() {
    return delivered + silenced + deferred + routed + refused;
  }

  /** The same edition tried on more. */
  DryRunResult and(DryRunResult more) {
    return new DryRunResult(
        edition,
        delivered + more.delivered,
        silenced + more.silenced,
        deferred + more.deferred,
        routed + more.routed,
        refused + more.refused,
        longestWait.compareTo(more.longestWait) < 0 ? more.longestWait : longestWait);
  }
}
