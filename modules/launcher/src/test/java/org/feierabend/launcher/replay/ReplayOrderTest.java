package org.feierabend.launcher.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.feierabend.launcher.Arguments;
import org.feierabend.launcher.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayOrderTest {
  private static ReplayOrder order(String... words) {
    return ReplayOrder.of(
        Arguments.read(
            List.of(words),
            Set.of("--format", "--start", "--zone", "--units", "--employer"),
            Set.of("--leave-open")),
        LocalDate.of(2026, 11, 23));
  }

  @Test
  void what_is_not_said_has_the_usual_values() {
    ReplayOrder order = order("mail.txt", "--format", "email-activity");
    assertEquals(LocalDate.of(2026, 1, 5), order.start().date());
    assertEquals("Europe/Berlin", order.start().zone().getId());
    assertEquals(12, order.units());
    assertTrue(order.employer().matches("replay-20261123-[0-9a-f]{4}"), order.employer());
  }

  @Test
  void people_of_two_replays_are_never_called_the_same() {
    String one = order("f", "--format", "git-log", "--employer", "one").ids().of(17);
    String two = order("f", "--format", "git-log", "--employer", "two").ids().of(17);
    assertTrue(one.matches("replay-[0-9a-f]{4}-person-000017-unmistakable"), one);
    assertNotEquals(one, two);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format email-activity",
        "a b --format email-activity",
        "a",
        "a --format excel",
        "a --format git-log --start yesterday",
        "a --format git-log --zone Mars/Olympus",
        "a --format git-log --units 0",
        "a --format git-log --units many",
        "a --format git-log --employer Köln",
        "a --format git-log --employer -x"
      })
  void a_slip_is_named_in_both_languages(String words) {
    Trouble trouble = assertThrows(Trouble.class, () -> order(words.split(" ")));
    assertEquals(Trouble.USAGE, trouble.exit());
    assertTrue(trouble.german().length() > 20);
  }
}
