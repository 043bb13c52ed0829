package org.feierabend.policy;

import java.util.Objects;
import java.util.Optional;
import org.feierabend.decision.Sentence;

/**
 * One thing that is wrong with a policy document.
 *
 * @param path JSON pointer to the value, such as {@code /daily-rest}; empty: the document
 * @param value as it was written; blank where something is missing
 * @param what is wrong, and what to write instead
 * @param article the law's article, where the value protects less than the law
 */
public record PolicyComplaint(String path, String value, Sentence what, Optional<String> article) {
  public PolicyComplaint {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(article, "article");
  }

  public static PolicyComplaint of(String path, String value, Sentence what) {
    return new PolicyComplaint(path, value, what, Optional.empty());
  }

  /** The value is weaker than the law. */
  public static PolicyComplaint weaker(String path, String value, Sentence what, String article) {
    return new PolicyComplaint(path, value, what, Optional.of(article));
  }
}
