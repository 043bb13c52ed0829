package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** End to end: file, Kafka, decision, tally, every week closed. */
@ResourceLock(RunningInstance.SHARED)
@ResourceLock(Demo.SHARED) // how much passes shows alone
class ThroughputTest {
  private static final int MANY = 2_000_000;
  private static final int FEW = 120_000;
  private static final long EVENTS_PER_SECOND = 20_000;

  @Test
  void two_million_lines_pass_at_twenty_thousand_a_second() throws Exception {
    boolean all = Boolean.getBoolean("feierabend.all");
    Path file = MailFile.made("load", all ? MANY : FEW, 150);
    Oracle oracle = Oracle.of(file);
    ReplayRun run = ReplayRun.run(RunningInstance.shared(), "load", file, "email-activity");
    System.out.println(run.output());
    assertEquals(oracle.outcomes, run.totals("outcomes"));
    System.out.printf(
        "Throughput: %,d events at %,d a second%n", oracle.events, run.eventsPerSecond());
    if (all) assertTrue(run.eventsPerSecond() >= EVENTS_PER_SECOND, run.output());
  }
}
