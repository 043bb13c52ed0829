package org.feierabend.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.BadValue;
import org.feierabend.people.Role;
import org.junit.jupiter.api.Test;

class DeclarationTest {
  private static final String HASH = "a".repeat(64);

  @Test
  void whose_signature_is_not_wanted_is_told_in_both_languages() {
    Matter paper = new Matter.Attachment(HASH, HASH, LocalDate.of(2026, 1, 5), "12/2026");
    BadValue refused =
        assertThrows(
            BadValue.class,
            () ->
                new Declaration(
                    new EmployerId("city"), Role.HR, Declaration.FIRST, Instant.EPOCH, paper));
    assertEquals(
        "Eine Erklärung der Art „attachment“ unterschreibt nur der Personalrat, nicht das Personalamt.",
        BadValue.told(refused).de());
    assertEquals(
        "A declaration of the kind 'attachment' is signed by council alone, but got hr.",
        BadValue.told(refused).en());
  }
}
