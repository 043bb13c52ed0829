package org.feierabend.bundle;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A bundle that is none, or not the one that was signed; nothing of it was taken. */
public final class BundleRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Map<String, String> reasons;

  /**
   * @param reasons why, by file
   */
  public BundleRefused(Map<String, String> reasons) {
    super(
        new TreeMap<>(reasons)
            .entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining("\n")));
    this.reasons = new TreeMap<>(reasons);
  }

  public BundleRefused(String file, String reason) {
    this(Map.of(file, reason));
  }

  public Map<String, String> reasons() {
    return reasons;
  }
}
