package org.feierabend.push;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.feierabend.contact.Channel;
import org.feierabend.decision.Language;
import org.junit.jupiter.api.Test;

class OpeningTextTest {
  @Test
  void three_mails_and_an_invitation_waited() {
    Map<Channel, Integer> counts =
        Opening.together(
            List.of(
                new Opening(1, 7, Map.of(Channel.MAIL, 2), Instant.EPOCH),
                new Opening(2, 7, Map.of(Channel.MAIL, 1, Channel.CALENDAR, 1), Instant.EPOCH)));
    assertEquals("3 mails, 1 invitation waited.", OpeningText.of(counts, Language.EN));
    assertEquals("3 E-Mails, 1 Einladung haben gewartet.", OpeningText.of(counts, Language.DE));
  }

  @Test
  void one_of_them_has_waited() {
    Map<Channel, Integer> one = Map.of(Channel.CHAT, 1);
    assertEquals("1 Chat-Nachricht hat gewartet.", OpeningText.of(one, Language.DE));
    assertEquals("1 chat message waited.", OpeningText.of(one, Language.EN));
  }
}
