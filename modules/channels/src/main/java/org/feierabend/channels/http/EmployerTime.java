package org.feierabend.channels.http;

import java.time.Instant;
import org.feierabend.people.Employer;

/** What time it is for an employer: of the wall, or as far as its file was read. */
@FunctionalInterface
public interface EmployerTime {
  Instant now(Employer employer);
}
