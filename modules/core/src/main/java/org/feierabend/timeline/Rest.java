package org.feierabend.timeline;

import java.time.Instant;
import java.util.Objects;

/**
 * Rest that lasts until an instant.
 *
 * @param weekly the longer rest beside a Sunday or holiday, not the daily one
 */
public record Rest(Instant until, boolean weekly) {
  public Rest {
    Objects.requireNonNull(until, "until");
  }

  public Fact fact() {
    return weekly ? Fact.WEEKLY_REST : Fact.DAILY_REST;
  }
}
