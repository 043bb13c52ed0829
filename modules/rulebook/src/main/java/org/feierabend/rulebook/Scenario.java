package org.feierabend.rulebook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.feierabend.alert.AlertFacts;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Slot;
import org.feierabend.policy.FigureRequest;
import org.feierabend.policy.Policy;
import org.feierabend.telework.TeleworkRequest;
import org.feierabend.timeline.PersonFacts;

/** One example of what the rules decide. */
record Scenario(String name, String place, int line, Question question, Expectation expect) {
  sealed interface Question {}

  /**
   * @param policy with what the scenario's agreement changes
   */
  record Reach(Policy policy, Map<String, PersonFacts> people, Asked contact, boolean unitOnCall)
      implements Question {}

  record Field(EventField field) implements Question {}

  record Type(EventType type) implements Question {}

  record Figures(FigureRequest request) implements Question {}

  record Telework(TeleworkRequest request) implements Question {}

  record Alert(AlertFacts facts) implements Question {}

  /**
   * @param duty the duty an incident belongs to; blank: that of whoever is on call
   * @param slot where a meeting, a shift or a recall is to lie, if it says so
   */
  record Asked(ContactClass contact, Instant at, String duty, Optional<Slot> slot) {
    ContactClass of(PersonFacts person) {
      if (contact.kind() != org.feierabend.contact.ContactKind.INCIDENT) return contact;
      boolean matches =
          person.onCall().stream()
              .anyMatch(
                  o ->
                      !at.isBefore(o.span().from())
                          && at.isBefore(o.span().to())
                          && (duty.isBlank() || o.duty().isBlank() || duty.equals(o.duty())));
      return new ContactClass(
          contact.kind(),
          contact.urgency(),
          contact.channel(),
          contact.sender(),
          matches,
          contact.reason());
    }
  }

  static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "an instant has its offset, such as 2026-09-15T19:30+02:00", e);
    }
  }
}
