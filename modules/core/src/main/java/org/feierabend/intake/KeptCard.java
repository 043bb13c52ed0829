package org.feierabend.intake;

import java.util.Objects;
import org.feierabend.contact.PersonId;
import org.feierabend.report.WeekKey;

/** A card on its way into the week's table, readable there under the week's key alone. */
public record KeptCard(WeekKey key, PersonId person, WhyCard card) {
  public KeptCard {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(card, "card");
  }

  public byte[] pseudonym() {
    return key.pseudonym(person);
  }

  /** Worth its price only where there is still room for the card. */
  public byte[] sealed() {
    return key.seal(card.bytes());
  }
}
