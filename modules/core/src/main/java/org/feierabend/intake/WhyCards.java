package org.feierabend.intake;

import java.util.List;
import java.util.Set;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/** The cards of the open weeks; written by {@link Acceptance}, gone with their week's tables. */
public interface WhyCards {
  /** So many of a person and week are kept, the first ones. */
  int MOST = 200;

  /** Sealed, a sheet of cards a batch, in order; none when the week has no tables any more. */
  List<byte[]> of(Employer employer, IsoWeek week, byte[] pseudonym);

  void erase(Employer employer, IsoWeek week, byte[] pseudonym);

  /** Numbers of the people who want none kept. */
  Set<Long> unwanted(Employer employer);

  void want(Employer employer, long personNo, boolean wanted);
}
