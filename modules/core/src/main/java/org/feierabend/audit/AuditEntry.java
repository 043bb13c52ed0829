package org.feierabend.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Role;

/**
 * One change, to be appended.
 *
 * @param employer whose log; empty: it concerns all, and stands in every log
 * @param at to the second; where an employee took part, to the day, for their hours are no business
 *     of the log
 */
public record AuditEntry(
    Optional<EmployerId> employer,
    AuditEvent what,
    Who who,
    Instant at,
    Map<Detail, String> details) {
  public AuditEntry {
    Objects.requireNonNull(employer, "employer");
    Objects.requireNonNull(what, "what");
    at =
        at.truncatedTo(
            who.role().equals(Role.EMPLOYEE.key()) ? ChronoUnit.DAYS : ChronoUnit.SECONDS);
    details.forEach(Detail::require);
    details = Map.copyOf(details);
  }

  public static AuditEntry of(
      EmployerId employer, AuditEvent what, Who who, Instant at, Map<Detail, String> details) {
    return new AuditEntry(Optional.of(employer), what, who, at, details);
  }

  /** Something that concerns every employer of this installation, such as its rule book. */
  public static AuditEntry ofAll(
      AuditEvent what, Who who, Instant at, Map<Detail, String> details) {
    return new AuditEntry(Optional.empty(), what, who, at, details);
  }
}
