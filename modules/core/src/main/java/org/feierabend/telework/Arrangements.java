package org.feierabend.telework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.people.Employer;

/** Telework agreements of an employer. */
public interface Arrangements {
  /** The newest first. */
  List<Arrangement> all(Employer employer);

  /** One person's own, the newest first. */
  List<Arrangement> of(Employer employer, long person);

  Optional<Arrangement> find(Employer employer, UUID id);

  /**
   * Keeps a new one; one of the same id, or another proposal that waits for an answer for the same
   * person or unit, stays as it is and is the only one.
   */
  void add(Employer employer, Arrangement arrangement);

  /**
   * Replaces the version before; one that is agreed takes the place of what was agreed with the
   * same person or unit.
   *
   * @return false when somebody was faster, with this one or with another proposal; nothing has
   *     changed then
   */
  boolean replace(Employer employer, Arrangement next);
}
