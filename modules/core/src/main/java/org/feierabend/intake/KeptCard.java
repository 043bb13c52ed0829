package org.feierabend.intake;

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
   * Worth its price only where there is still room for the card.
   *
   * @param seal of this card's key
   */
  public byte[] sealed(WeekSeal seal) {
    return seal.seal(card.bytes());
  }
}
