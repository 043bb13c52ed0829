package org.feierabend.edition;

import java.time.Instant;
import java.time.LocalDate;

/** What an edition must keep to that is proposed now. */
public final class NextEdition {
  private NextEdition() {}

  /**
   * First day it can take force: after the one before, and after the consultation where one is
   * agreed.
   *
   * @param today where the employer is
   */
  public static LocalDate earliest(Life life, LocalDate today, Instant now) {
    int days = life.consultationDays(now);
    LocalDate heard = days == 0 ? today : today.plusDays(days + 1L);
    return life.last()
        .map(last -> last.edition().from().plusDays(1))
        .filter(heard::isBefore)
        .orElse(heard);
  }
}
