package org.feierabend.directory;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.people.Employer;
import org.feierabend.people.UnitId;

/** Reorganisations that wait for their quarter, one for each. */
public interface Reorganisations {
  /**
   * @param quarter from which on it holds, such as 2027-Q1
   * @param moves people's numbers and their new units
   * @param confirmed when the personnel office said that it holds
   */
  record Plan(
      String quarter,
      List<Said.OfUnit> units,
      Map<Long, UnitId> moves,
      Instant proposed,
      Optional<Instant> confirmed,
      Optional<Instant> applied) {
    public Plan {
      units = List.copyOf(units);
      moves = Map.copyOf(moves);
      Objects.requireNonNull(proposed, "proposed");
      if (!quarter.matches("\\d{4}-Q[1-4]"))
        throw new IllegalArgumentException(
            "A quarter is written like 2027-Q1, but got '%s'.".formatted(quarter));
    }
  }

  /** By quarter. */
  List<Plan> all(Employer employer);

  /** In place of one for the same quarter; false when that one is confirmed. */
  boolean propose(Employer employer, Plan plan);

  /** False when there is none that waits. */
  boolean confirm(Employer employer, String quarter, Instant now);

  /** False when there is none, or it was carried out. */
  boolean withdraw(Employer employer, String quarter);

  void applied(Employer employer, String quarter, Instant now);
}
