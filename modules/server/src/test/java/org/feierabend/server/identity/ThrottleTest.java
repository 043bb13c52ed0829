package org.feierabend.server.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private final Throttle throttle = new Throttle(3);

  @Test
  void the_first_failures_are_free_then_each_doubles_the_wait() {
    fail(2);
    assertEquals(Duration.ZERO, throttle.wait("a", NOW));
    fail(1);
    assertEquals(Duration.ofSeconds(1), throttle.wait("a", NOW));
    fail(1);
    assertEquals(Duration.ofSeconds(2), throttle.wait("a", NOW));
    assertEquals(Duration.ZERO, throttle.wait("b", NOW));
    assertEquals(Duration.ZERO, throttle.wait("a", NOW.plusSeconds(2)));
  }

  @Test
  void nobody_waits_longer_than_a_quarter_of_an_hour() {
    fail(1_000);
    assertEquals(Duration.ofMinutes(15), throttle.wait("a", NOW));
  }

  @Test
  void success_and_time_forgive() {
    fail(10);
    throttle.succeeded("a");
    assertEquals(Duration.ZERO, throttle.wait("a", NOW));
    fail(10);
    Instant later = NOW.plus(Duration.ofMinutes(16));
    throttle.failed("a", later);
    assertEquals(Duration.ZERO, throttle.wait("a", later));
  }

  @Test
  void a_flood_of_names_does_not_fill_memory() {
    for (int i = 0; i < 20_000; i++) throttle.failed("user" + i, NOW);
    fail(5);
    assertTrue(throttle.wait("a", NOW).compareTo(Duration.ZERO) > 0);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) throttle.failed("a", NOW);
  }
}
