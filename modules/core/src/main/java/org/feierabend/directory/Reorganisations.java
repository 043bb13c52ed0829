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
   * @param refused when its quarter came and it fitted the directory no more
   */
  record Plan(
      String quarter,
      List<Said.OfUnit> units,
      Map<Long, UnitId> moves,
      Instant proposed,
      Optional<Instant> confirmed,
      Optional<Instant> applied,
      Optional<Instant> refused) {
    public Plan {
      units = List.copyOf(units);
      moves = Map.copyOf(moves);
      Objects.requireNonNull(proposed, "proposed");
      if (!quarter.matches("\\d{4}-Q[1-4]"))
        throw new IllegalArgumentException(
            "A quarter is written like 2027-Q1, but got '%s'.".formatted(quarter));
    }

    /** Where it stands while {@code running} is the quarter. */
    public State state(String running) {
      if (applied.isPresent()) return State.CARRIED_OUT;
      if (refused.isPresent()) return State.REFUSED;
      if (confirmed.isPresent()) return State.CONFIRMED;
      return quarter.compareTo(running) > 0 ? State.PROPOSED : State.LAPSED;
    }
  }

  enum State {
    PROPOSED,
    CONFIRMED,
    CARRIED_OUT,
    /** It fitted the directory no more: nothing of it was done. */
    REFUSED,
    /** Nobody confirmed it before its quarter began. */
    LAPSED
  }

  /** By quarter. */
  List<Plan> all(Employer employer);

  /** In place of one for the same quarter; false when that one is confirmed. */
  boolean propose(Employer employer, Plan plan);

  /** False when there is none that waits. */
  boolean confirm(Employer employer, String quarter, Instant now);

  /** False when there is none, or it was carried out. */
  boolean withdraw(Employer employer, String quarter);

  /** False when that is known already; part of an open transaction. */
  boolean applied(Employer employer, String quarter, Instant now);

  /** False when it was carried out or refused already. */
  boolean refused(Employer employer, String quarter, Instant now);
}
