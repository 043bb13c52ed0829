package org.feierabend.signature;

import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Role;

/** Whose keys are believed: kept outside the database, which may be edited by hand. */
public interface Trust {
  /** Whether an employer lives by signed editions alone; once it does, it always will. */
  boolean governs(EmployerId employer);

  void govern(EmployerId employer);

  /** The first key of a side; later ones follow from declarations signed by it. */
  Optional<PublicKey> pinned(EmployerId employer, Role side);

  /**
   * Pins a side's first key.
   *
   * @return false when one is pinned already: then the old key signs the next
   */
  boolean pin(EmployerId employer, Role side, PublicKey key);

  /** The last declaration of a side that was seen; {@link Declaration#FIRST}: none was. */
  String head(EmployerId employer, Role side);

  void advance(EmployerId employer, Role side, String head);
}
