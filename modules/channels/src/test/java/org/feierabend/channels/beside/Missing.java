package org.feierabend.channels.beside;

import org.junit.jupiter.api.Assumptions;

/** What a test needs of the machine, and {@code ./feierabend test} did not find. */
public final class Missing {
  private Missing() {}

  /** The reason is shown; with CI=true nothing may be skipped. */
  public static void skipWithout(String what) {
    String missing = System.getProperty("feierabend.skip." + what, "");
    Assumptions.assumeTrue(missing.isEmpty(), missing);
  }
}
