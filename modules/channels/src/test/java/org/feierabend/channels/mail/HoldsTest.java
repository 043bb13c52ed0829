package org.feierabend.channels.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Sender;
import org.junit.jupiter.api.Test;

class HoldsTest {
  private static final Duration RETRY = Duration.ofMinutes(4);
  private static final Instant NOW = Instant.parse("2026-09-15T19:30:00Z");
  private static final Instant UNTIL = Instant.parse("2026-09-16T05:00:00Z");

  private static final Holds.Between TWO =
      new Holds.Between(
          1, 2, new PersonId("b"), ContactClass.message(Channel.MAIL, Sender.COLLEAGUE));

  private final Holds holds = new Holds(RETRY);

  private static PolicyRequest asked(String queueId) {
    return new PolicyRequest("a@x.example", "b@x.example", queueId, "secret", "");
  }

  private String ticket(String queueId, Instant now) {
    return holds.ticket(asked(queueId), TWO, UNTIL, now);
  }

  private List<String> seen(Instant now, String... queue) {
    List<Holds.Copy> more = holds.seen(List.of(queue), now);
    holds.added(more);
    return more.stream().map(Holds.Copy::ticket).toList();
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
    assertEquals(first, new Holds(RETRY).ticket(asked("Q9"), TWO, UNTIL, NOW.plusSeconds(600)));
    PolicyRequest other = new PolicyRequest("a@x.example", "b@x.example", "Q1", "other", "");
    assertNotEquals(first, new Holds(RETRY).ticket(other, TWO, UNTIL, NOW));
  }

  @Test
  void a_copy_whose_wait_is_over_is_known_once() {
    ticket("Q1", NOW);
    assertFalse(holds.over(TWO, UNTIL.minusSeconds(1)));
    assertTrue(holds.over(TWO, UNTIL));
    assertFalse(holds.over(TWO, UNTIL), "the next mail is a new one");
  }

  @Test
  void while_the_queue_is_looked_at_a_flush_by_hand_makes_no_second_mail_of_one() {
    seen(NOW);
    String first = ticket("Q1", NOW);
    assertEquals(first, ticket("Q2", NOW.plusSeconds(5)), "flushed");
    assertEquals(List.of(), seen(NOW.plusSeconds(6), first));
    assertEquals(first, ticket("Q3", NOW.plusSeconds(9)), "and once more");
    assertEquals(List.of(), seen(NOW.plusSeconds(10), first));
    assertTrue(holds.over(TWO, UNTIL));
    assertFalse(holds.over(TWO, UNTIL), "it was one");
  }

  @Test
  void two_mails_that_were_taken_for_one_are_told_apart_by_the_queue() {
    seen(NOW);
    String first = ticket("Q1", NOW);
    assertEquals(first, ticket("Q2", NOW.plusSeconds(5)));
    List<String> second = seen(NOW.plusSeconds(6), first, first);
    assertEquals(1, second.size());
    assertNotEquals(first, second.get(0));
    assertEquals(List.of(), seen(NOW.plusSeconds(7), first, first), "once");
    ticket("Q3", NOW.plusSeconds(8));
    assertEquals(second.get(0), ticket("Q4", NOW.plusSeconds(9)), "both flushed");
    assertEquals(List.of(), seen(NOW.plusSeconds(10), first, second.get(0)));
    assertEquals(List.of(), seen(UNTIL, first, first, first), "what is over waits no more");
  }

  @Test
  void when_nobody_looks_any_more_the_clock_tells_them_apart_again() {
    seen(NOW);
    String first = ticket("Q1", NOW.plusSeconds(90));
    assertNotEquals(first, ticket("Q2", NOW.plusSeconds(100)));
  }
}
