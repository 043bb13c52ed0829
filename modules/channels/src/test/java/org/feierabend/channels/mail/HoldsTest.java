package org.feierabend.channels.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoldsTest {
  private static final Duration RETRY = Duration.ofMinutes(4);
  private static final Instant NOW = Instant.parse("2026-09-15T19:30:00Z");
  private static final Instant UNTIL = Instant.parse("2026-09-16T05:00:00Z");

  private final Holds holds = new Holds(RETRY);

  private static PolicyRequest asked(String queueId) {
    return new PolicyRequest("a@x.example", "b@x.example", queueId, "secret", "");
  }

  private String ticket(String queueId, Instant now) {
    return holds.ticket(asked(queueId), 1, 2, UNTIL, now);
  }

  @Test
  void a_refused_copy_that_comes_back_under_another_queue_id_keeps_its_ticket() {
    String first = ticket("Q1", NOW);
    assertEquals(first, ticket("Q1", NOW.plusSeconds(1)), "the same question twice");
    assertEquals(first, ticket("Q7", NOW.plus(RETRY).plusSeconds(1)), "and after a retry");
  }

  @Test
  void two_mails_between_the_same_two_have_two_tickets_and_keep_them() {
    String first = ticket("Q1", NOW);
    String second = ticket("Q2", NOW.plusSeconds(10));
    assertNotEquals(first, second);
    assertEquals(first, ticket("Q3", NOW.plusSeconds(300)));
    assertEquals(second, ticket("Q4", NOW.plusSeconds(301)));
    assertNotEquals(second, ticket("Q5", NOW.plusSeconds(302)), "a third mail is a third");
  }

  @Test
  void after_a_restart_the_tickets_are_the_same_and_another_secret_has_others() {
    String first = ticket("Q1", NOW);
    assertEquals(first, new Holds(RETRY).ticket(asked("Q9"), 1, 2, UNTIL, NOW.plusSeconds(600)));
    PolicyRequest other = new PolicyRequest("a@x.example", "b@x.example", "Q1", "other", "");
    assertNotEquals(first, new Holds(RETRY).ticket(other, 1, 2, UNTIL, NOW));
  }

  @Test
  void a_copy_whose_wait_is_over_is_known_once() {
    ticket("Q1", NOW);
    assertFalse(holds.over(1, 2, UNTIL.minusSeconds(1)));
    assertTrue(holds.over(1, 2, UNTIL));
    assertFalse(holds.over(1, 2, UNTIL), "the next mail is a new one");
  }
}
