package org.feierabend.intake;

import java.time.LocalDate;
import org.feierabend.people.Employer;

/** To whom a receipt went today, as digests that say nothing without the week's key. */
public interface Receipts {
  /** Whether this is the first of that day; what is older than the day is forgotten. */
  boolean first(Employer employer, LocalDate day, byte[] digest);
}
