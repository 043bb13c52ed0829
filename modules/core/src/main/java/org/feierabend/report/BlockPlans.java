package org.feierabend.report;

import java.util.Optional;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;

/** Block membership, frozen per quarter on headcounts alone. */
public interface BlockPlans {
  /**
   * The plan of the quarter (such as {@code 2026-Q1}), made and stored on first need and never
   * changed after.
   */
  BlockPlan of(Employer employer, String quarter);

  /** Index of the person's block in that plan; empty for somebody who joined later. */
  Optional<Integer> block(Employer employer, String quarter, Person person);
}
