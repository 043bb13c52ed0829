package org.feierabend.channels.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.Test;

class CoarsenedTest {
  @Test
  void an_instant_keeps_its_minute_and_its_offset() {
    assertEquals("2026-09-15T10:07:00+02:00", coarse("2026-09-15T10:07:41.123+02:00"));
    assertEquals("2026-09-15T08:07:00Z", coarse("2026-09-15T08:07:41Z"));
  }

  @Test
  void what_is_coarse_already_stays_as_it_came() {
    var whole = TextNode.valueOf("2026-09-15t10:07:00+02:00");
    assertSame(whole, Coarsened.of(whole));
  }

  @Test
  void dates_numbers_and_mistakes_are_left_for_the_schema() {
    assertEquals("2026-09-15", coarse("2026-09-15"));
    assertEquals("yesterday", coarse("yesterday"));
    assertEquals(IntNode.valueOf(7), Coarsened.of(IntNode.valueOf(7)));
  }

  private static String coarse(String text) {
    return Coarsened.of(TextNode.valueOf(text)).textValue();
  }
}
