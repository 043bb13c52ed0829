package org.feierabend.intake;

import java.time.Instant;
import java.util.Set;
import org.feierabend.people.Employer;

/** Told when something new is to be released later. */
public interface Bells {
  void ringAt(Employer employer, Set<Instant> instants);
}
