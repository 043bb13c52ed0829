package org.feierabend.intake;

import java.util.List;
import org.feierabend.people.Employer;
import org.feierabend.report.Indicator;

/** What is counted in a quarter's weeks because it is published of them. */
@FunctionalInterface
public interface PublishedIndicators {
  /**
   * @param quarter such as {@code 2026-Q3}
   */
  List<Indicator> of(Employer employer, String quarter);
}
