package org.feierabend.bundle;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;

/** A bundle that is none, or not the one that was signed; nothing of it was taken. */
public final class BundleRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What a reason about the bundle as a whole is filed under. */
  public static final String WHOLE = "ZIP";

  private final transient Map<String, Sentence> reasons;

  /**
   * @param reasons why, by file
   */
  public BundleRefused(Map<String, Sentence> reasons) {
    super(told(reasons, Language.EN));
    this.reasons = new TreeMap<>(reasons);
  }

  public BundleRefused(String file, String de, String en) {
    this(Map.of(file, new Sentence(de, en)));
  }

  public Map<String, Sentence> reasons() {
    return reasons;
  }

  /** All of them, a line each. */
  public Sentence why() {
    return new Sentence(told(reasons, Language.DE), told(reasons, Language.EN));
  }

  private static String told(Map<String, Sentence> reasons, Language language) {
    return new TreeMap<>(reasons)
        .entrySet().stream()
            .map(e -> e.getKey() + ": " + e.getValue().in(language))
            .collect(Collectors.joining("\n"));
  }
}
