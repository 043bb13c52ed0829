package org.feierabend.people;

import java.time.Instant;
import java.util.List;

/** Who has left and is not erased everywhere yet. */
public interface Departures {
  List<Person> pending(Employer employer);

  /**
   * Ends everything that lasts about the person but the open weeks: account and sessions, settings,
   * absences, telework, being a colleague's deputy. What was held for them is due at once, so that
   * it is handed over and forgotten. Last of all goes the row of the directory.
   */
  void forget(Employer employer, Person person, Instant now);
}
