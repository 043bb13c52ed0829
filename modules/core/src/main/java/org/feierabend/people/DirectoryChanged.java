package org.feierabend.people;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A change of the directory that is being made.
 *
 * @param before units and people as they stood
 * @param change what is asked for; whom it concerns besides, such as whose deputy leaves, is not in
 *     it
 * @param accountsEnded the roles of each log-in that ends with it
 */
public record DirectoryChanged(
    Staff before, DirectoryChange change, List<Set<Role>> accountsEnded) {
  public DirectoryChanged {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(change, "change");
    accountsEnded = List.copyOf(accountsEnded);
  }

  /** How many units are new, other than before, or gone. */
  public int unitsChanged() {
    int same = 0;
    for (Unit unit : change.units())
      if (before.unit(unit.id()).filter(unit::equals).isPresent()) same++;
    int gone = 0;
    for (Unit unit : before.units())
      if (change.units().stream().noneMatch(u -> u.id().equals(unit.id()))) gone++;
    return change.units().size() - same + gone;
  }
}
