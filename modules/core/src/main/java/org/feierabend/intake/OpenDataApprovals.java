package org.feierabend.intake;

import java.time.Instant;
import java.util.Map;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;

/** Who agreed that a year's bundle may leave the house. Both sides must, to the same bytes. */
public interface OpenDataApprovals {
  /**
   * @param hash lower-case hex SHA-256 of the bundle's bytes
   * @return role → when; the roles are HR and COUNCIL
   */
  Map<Role, Instant> of(Employer employer, int year, String hash);

  /** An approval that was given stands; again it changes nothing: then false. */
  boolean approve(Employer employer, int year, String hash, Role role, Instant at);

  /** Whether both sides agreed to exactly these bytes. */
  default boolean free(Employer employer, int year, String hash) {
    return of(employer, year, hash).keySet().containsAll(java.util.Set.of(Role.HR, Role.COUNCIL));
  }
}
