package org.feierabend.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.BadValue;

/**
 * Who works where, and what each set for themselves. Reads are cached snapshots, cheap enough for
 * every event.
 */
public interface Directory {
  Collection<Employer> employers();

  Optional<Employer> employer(EmployerId id);

  Optional<Person> person(Employer employer, PersonId id);

  Optional<Person> person(Employer employer, long no);

  /** Whose mailbox an address is; empty for everybody outside the house. */
  Optional<Person> byMail(Employer employer, String address);

  /** Whose chat an address is, with or without its resource. */
  Optional<Person> byChat(Employer employer, String address);

  Collection<Person> people(Employer employer);

  List<Unit> units(Employer employer);

  /** Units and people of one moment, which two questions may not be. */
  Staff staff(Employer employer);

  /**
   * Changes units and people, whole or not at all. Nobody else changes the directory while {@code
   * step} looks at it; what it throws changes nothing. Whoever leaves is gone for every question at
   * once; {@link Departures} tells who is still to be erased.
   *
   * @param noted is told of it in the change's own transaction, unless nothing changes; what it
   *     throws undoes the change
   */
  Staff change(
      Employer employer, Function<Staff, DirectoryChange> step, Consumer<DirectoryChanged> noted);

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

  /** An id or address belongs to somebody whose erasure is not finished yet. */
  final class StillLeaving extends BadValue {
    private static final long serialVersionUID = 1L;

    public StillLeaving(Throwable cause) {
      super(
          "Eine Kennung gehört jemandem, der gerade ausscheidet; bitte in einer Minute noch einmal.",
          "An id belongs to somebody who is just leaving; try again in a minute.");
      initCause(cause);
    }
  }
}
