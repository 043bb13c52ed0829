package org.feierabend.push;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.feierabend.intake.ContactDigest;
import org.feierabend.people.Employer;

/** Openings that are still to be told; a row is there until it was, or was no longer of use. */
public interface Openings {
  /**
   * Part of the transaction that releases what was held, so neither happens without the other. Kept
   * only for whoever wants to be told.
   */
  void note(Employer employer, List<ContactDigest> released, Instant now);

  /** By person, and in the order they opened. */
  List<Opening> pending(Employer employer);

  void done(Collection<Opening> openings);
}
