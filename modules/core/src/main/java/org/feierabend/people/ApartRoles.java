package org.feierabend.people;

import java.util.Collection;
import java.util.Set;
import org.feierabend.decision.BadValue;

/**
 * The roles of which nobody holds two: what needs the word of both sides would be one person's
 * word.
 */
public final class ApartRoles {
  private static final Set<Role> SIDES = Set.of(Role.HR, Role.COUNCIL);

  private ApartRoles() {}

  /** Of one log-in or token. */
  static void require(Set<Role> roles) {
    if (roles.containsAll(SIDES))
      throw new BadValue(
          "Die Rollen hr und council hat nie dieselbe Person: Was Personalamt und Personalrat beide unterschreiben, wäre sonst das Wort einer einzigen. Bitte zwei Zugänge für zwei Personen anlegen.",
          "Nobody holds the roles hr and council at once: what both sides sign would be one person's word. Please make two log-ins, for two people.");
  }

  /** Of one person, however many log-ins name them. */
  public static void require(Account fresh, Collection<Account> known) {
    if (fresh.person().isEmpty()) return;
    for (Account other : known)
      if (other.employer().equals(fresh.employer())
          && other.person().equals(fresh.person())
          && apart(fresh.roles(), other.roles()))
        throw new BadValue(
            "Die Person dieses Zugangs hat mit „%s“ schon einen auf der anderen Seite; die Rollen hr und council hat nie dieselbe Person."
                .formatted(other.user()),
            "The person of this log-in has one on the other side already, '%s'; nobody holds the roles hr and council at once."
                .formatted(other.user()));
  }

  private static boolean apart(Set<Role> ones, Set<Role> others) {
    return ones.contains(Role.HR) && others.contains(Role.COUNCIL)
        || ones.contains(Role.COUNCIL) && others.contains(Role.HR);
  }
}
