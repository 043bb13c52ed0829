package org.feierabend.edition;

import java.util.Optional;
import org.feierabend.people.Employer;

/** Which policies hold at this moment. */
public interface Standings {
  /** Empty: the employer holds generated or replayed data and goes by a sample policy. */
  Optional<Standing> standing(Employer employer);

  /** Looks anew, after something was declared or a key was pinned. */
  void settle(Employer employer);
}
