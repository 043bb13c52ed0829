package org.feierabend.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;

/**
 * Who works where, and what each set for themselves. Reads are cached snapshots, cheap enough for
 * every event.
 */
public interface Directory {
  Collection<Employer> employers();

  Optional<Employer> employer(EmployerId id);

  Optional<Person> person(Employer employer, PersonId id);

  Optional<Person> person(Employer employer, long no);

  Collection<Person> people(Employer employer);

  List<Unit> units(Employer employer);

  /**
   * Stores a new employer with units and people, whole or not at all; an id taken already is
   * refused.
   */
  Employer create(NewEmployer document);

  /**
   * Replaces a person's facts if they are still at {@code version}; false when somebody was faster.
   */
  boolean replaceFacts(
      Employer employer, PersonId id, org.feierabend.timeline.PersonFacts facts, long version);

  /**
   * From now on an employer of event time lives by the wall clock; there is no way back. What its
   * file left open stays open.
   */
  Employer followWallClock(Employer employer);

  /** Version of a person's facts, for ETag. */
  long version(Employer employer, PersonId id);
}
