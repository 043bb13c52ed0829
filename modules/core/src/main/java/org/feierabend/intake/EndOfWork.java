package org.feierabend.intake;

import java.time.Instant;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;

/** A person's own word that their working day is over. */
public interface EndOfWork {
  /** Rest begins at that instant, and no total moves. */
  void workEnds(Employer employer, Person person, Instant at);

  /** It was no end: what was left of the rest is forgotten. */
  void workGoesOn(Employer employer, Person person, Instant at);
}
