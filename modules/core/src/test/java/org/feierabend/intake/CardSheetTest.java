package org.feierabend.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.feierabend.contact.Channel;
import org.feierabend.decision.Reason;
import org.feierabend.decision.Sentence;
import org.junit.jupiter.api.Test;

class CardSheetTest {
  private static final Instant EVENING = Instant.parse("2026-02-02T20:00:00Z");
  private static final WhyCard HELD =
      card("outside-window", "DEFER", Optional.of(EVENING.plusSeconds(39_600)));
  private static final WhyCard DELIVERED = card("default", "DELIVER", Optional.empty());

  @Test
  void cards_are_read_as_they_were_written_and_in_their_order() {
    List<WhyCard> cards = List.of(HELD, DELIVERED, HELD, HELD);
    assertEquals(cards, CardSheet.read(CardSheet.bytes(cards)));
    assertEquals(List.of(), CardSheet.read(CardSheet.bytes(List.of())));
  }

  @Test
  void what_a_rule_says_stands_on_a_sheet_once() {
    int one = CardSheet.bytes(List.of(HELD)).length;
    int hundred = CardSheet.bytes(Collections.nCopies(100, HELD)).length;
    assertTrue(hundred - one < 99 * 40, hundred + " bytes");
  }

  @Test
  void a_card_kept_alone_by_an_older_version_is_still_read() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      HELD.write(out);
      out.write(WhyTexts.bytes(HELD.reason(), HELD.edition()));
    }
    assertEquals(List.of(HELD), CardSheet.read(bytes.toByteArray()));
  }

  @Test
  void a_sheet_that_was_cut_is_not_read_as_a_shorter_one() {
    byte[] whole = CardSheet.bytes(List.of(HELD, DELIVERED));
    assertThrows(
        UncheckedIOException.class, () -> CardSheet.read(Arrays.copyOf(whole, whole.length - 3)));
  }

  private static WhyCard card(String rule, String outcome, Optional<Instant> until) {
    return new WhyCard(
        EVENING,
        Channel.CHAT,
        outcome,
        until,
        new Reason(rule, new Sentence("Ein Satz.", "A sentence."), "§ 5", Reason.RestsOn.LAW),
        "7f3a");
  }
}
