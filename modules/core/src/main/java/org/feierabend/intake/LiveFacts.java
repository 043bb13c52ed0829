package org.feierabend.intake;

import java.time.Instant;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts;

/**
 * A person's facts as they stand at an instant: those of the directory, and the work just ended.
 */
public interface LiveFacts {
  PersonFacts facts(Employer employer, Person person, Instant at);
}
