package org.feierabend.server;

import java.util.function.UnaryOperator;
import org.feierabend.people.Employer;
import org.feierabend.signature.Trust;

/**
 * Puts an employer under what its two sides signed. Whoever was live once is, for good: a row that
 * calls it synthetic afterwards, or names another policy, changes nothing. An employer of generated
 * or replayed data that nobody pinned a key for goes on naming a sample policy.
 */
record UnderSignatures(Trust trust) implements UnaryOperator<Employer> {
  /** No file in config/policies is named so. */
  private static final String MARK = "@";

  @Override
  public Employer apply(Employer employer) {
    if (!employer.synthetic()) trust.govern(employer.id());
    return trust.governs(employer.id()) ? employer.under(MARK + employer.id()) : employer;
  }

  /** Whether a policy's name stands for what an employer's sides signed. */
  static boolean names(String policy) {
    return policy.startsWith(MARK);
  }
}
