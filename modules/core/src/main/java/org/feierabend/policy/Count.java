package org.feierabend.policy;

import java.time.Duration;
import java.time.Instant;
import org.feierabend.decision.Decision;

/** Counts decisions under one edition; for one thread. */
final class Count {
  private final String edition;
  private long delivered;
  private long silenced;
  private long deferred;
  private long routed;
  private long refused;
  private long longestWait; // seconds

  Count(String edition) {
    this.edition = edition;
  }

  void add(Decision decision, Instant at) {
    if (decision instanceof Decision.Deliver) delivered++;
    else if (decision instanceof Decision.Defer defer) {
      deferred++;
      longestWait = Math.max(longestWait, defer.until().getEpochSecond() - at.getEpochSecond());
    } else if (decision instanceof Decision.Silence) silenced++;
    else if (decision instanceof Decision.Route) routed++;
    else refused++;
  }

  DryRunResult result() {
    return new DryRunResult(
        edition, delivered, silenced, deferred, routed, refused, Duration.ofSeconds(longestWait));
  }
}
