package org.feierabend.server.identity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RequestIdTest {
  @Test
  void any_printable_text_comes_back() {
    for (String id : new String[] {"bfe9eb29-ab87-4ca3-be83-a1d5d8305716", "a b", "{\"x\":1}", "7"})
      assertTrue(RequestId.sane(id), id);
  }

  @Test
  void what_could_break_a_header_or_a_log_does_not() {
    for (String id :
        new String[] {null, "", "a\r\nSet-Cookie: x", "a\nb", "\u0000", "é", "x".repeat(1001)})
      assertFalse(RequestId.sane(id), String.valueOf(id));
  }
}
