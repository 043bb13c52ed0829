package org.feierabend.telework;

import java.util.Set;
import org.feierabend.people.Employer;

/** Where people live and how long their contract's week is, as far as said. */
public interface Residents {
  Resident of(Employer employer, long person);

  /** Who said to live in another state than this one. */
  Set<Long> elsewhere(Employer employer, String state);

  /**
   * Replaces the version before.
   *
   * @return false when somebody was faster
   */
  boolean keep(Employer employer, long person, Resident next);
}
