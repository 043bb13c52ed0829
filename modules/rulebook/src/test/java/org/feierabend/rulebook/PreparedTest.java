package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Sender;
import org.feierabend.decision.TableReachability;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;

/** What can occur in the weeks ahead is compiled before anybody asks. */
class PreparedTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));
  private static final Instant FROM = Instant.parse("2026-09-14T00:00:00Z");
  private static final Instant TO = FROM.plus(Duration.ofDays(14));

  /** What waits is looked for beyond the instant that is asked about. */
  private static final Instant ASKED_UNTIL = TO.minus(Duration.ofDays(4));

  private static final List<PersonFacts> PEOPLE =
      List.of(PersonFacts.ordinary(ZoneId.of("Europe/Berlin"), "09564000"));

  private final TableReachability table =
      (TableReachability) new RulebookReachabilities(HOME).under("p0");

  @Test
  void whoever_asks_in_that_span_finds_every_cell_compiled_and_proven() {
    TableReachability.Prepared before = table.prepare(PEOPLE, FROM, TO);
    assertTrue(before.kinds() > 2, before.toString());
    assertEquals(0, before.doubtful());
    for (Channel channel : Channel.values())
      for (Instant at = FROM; at.isBefore(ASKED_UNTIL); at = at.plus(Duration.ofHours(7)))
        table.decide(PEOPLE.get(0), ContactClass.message(channel, Sender.COLLEAGUE), at);
    assertEquals(before.cells(), table.prepare(PEOPLE, FROM, TO).cells());
  }

  @Test
  void the_same_rules_give_the_same_table() {
    assertEquals(
        table.prepare(PEOPLE, FROM, TO).digest(),
        ((TableReachability) new RulebookReachabilities(HOME).under("p0"))
            .prepare(PEOPLE, FROM, TO)
            .digest());
  }
}
