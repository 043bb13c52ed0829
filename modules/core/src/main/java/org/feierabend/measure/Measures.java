package org.feierabend.measure;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.people.Employer;

/** The measures of an employer. */
public interface Measures {
  /** By horizon, then by due date. */
  List<Measure> all(Employer employer);

  Optional<Measure> find(Employer employer, UUID id);

  /** Keeps a new one; one of the same id stays as it is. */
  void add(Employer employer, Measure measure);

  /**
   * Replaces the version before.
   *
   * @return false when somebody was faster
   */
  boolean replace(Employer employer, Measure next);
}
