package org.feierabend.audit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.people.Role;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
  private static final Instant AT = Instant.parse("2026-03-02T21:47:15.5Z");

  private static AuditEntry entry(Role role, Map<Detail, String> details) {
    return AuditEntry.ofAll(AuditEvent.ACCOUNT_CREATED, Who.of(role), AT, details);
  }

  @Test
  void no_detail_has_room_for_a_name() {
    for (Detail detail : Detail.values())
      for (String name :
          List.of(
              "Erika Musterfrau", "erika", "erika.m", "erika@city.example", "p-4711", "mueller-e"))
        assertThrows(
            IllegalArgumentException.class,
            () -> entry(Role.HR, Map.of(detail, name)),
            detail + " " + name);
  }

  @Test
  void every_role_is_a_word_of_ours() {
    for (Role role : Role.values())
      assertDoesNotThrow(
          () -> entry(role, Map.of(Detail.ROLE, role.key(), Detail.ROLES, role.key())));
    assertDoesNotThrow(() -> entry(Role.HR, Map.of(Detail.ROLES, "employee manager")));
    assertThrows(IllegalArgumentException.class, () -> new Who("erika", Optional.empty()));
  }

  @Test
  void of_an_employee_only_the_day_is_told() {
    assertEquals("2026-03-02T21:47:15Z", entry(Role.HR, Map.of()).at().toString());
    assertEquals("2026-03-02T00:00:00Z", entry(Role.EMPLOYEE, Map.of()).at().toString());
  }
}
