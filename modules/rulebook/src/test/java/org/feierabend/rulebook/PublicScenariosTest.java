package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;

class PublicScenariosTest {
  static final Reachability P0 =
      new RulebookReachabilities(Path.of(System.getProperty("feierabend.home"))).under("p0");

  @Test
  void a_message_in_the_evening_waits_for_the_morning() {
    Decision d =
        P0.decide(
            PersonFacts.ordinary(ZoneId.of("Europe/Berlin"), "09564000"),
            ContactClass.message(Channel.CHAT, Sender.COLLEAGUE),
            at("2026-09-15T19:30+02:00"));
    assertEquals(at("2026-09-16T07:00+02:00"), assertInstanceOf(Decision.Defer.class, d).until());
    assertEquals("outside-window", d.reasons().get(0).rule());
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
