package org.feierabend.intake;

import java.util.List;
import java.util.Objects;
import org.feierabend.report.WeekKey;
import org.feierabend.report.WeekSeal;

/**
 * A card on its way into the week's table, readable there under the week's key alone.
 *
 * @param pseudonym of the person, under that key
 */
public record KeptCard(WeekKey key, byte[] pseudonym, WhyCard card) {
  public KeptCard {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(pseudonym, "pseudonym");
    Objects.requireNonNull(card, "card");
  }

  /**
   * The cards of one person as one.
   *
   * @param seal of these cards' key
   */
  public static byte[] sealed(List<KeptCard> cards, WeekSeal seal) {
    return seal.seal(CardSheet.bytes(cards.stream().map(KeptCard::card).toList()));
  }
}
