package org.feierabend.telework;

import java.time.LocalDate;
import org.feierabend.timeline.PersonFacts.Regime;

/** The telework rules, asked about one day. */
public interface Telework {
  TeleworkVerdict judge(TeleworkRequest request);

  /** The numbers a day is measured by. */
  TeleworkLaw law(Regime regime, LocalDate on);
}
