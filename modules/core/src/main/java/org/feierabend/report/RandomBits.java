package org.feierabend.report;

import java.security.SecureRandom;

/** Where noise gets its coin tosses from: independent fair bits, nothing else. */
@FunctionalInterface
public interface RandomBits {
  /** Overwrites every bit of {@code bytes} with a fresh fair one. */
  void fill(byte[] bytes);

  /** The only source in production: the operating system's. */
  static RandomBits secure() {
    return new SecureRandom()::nextBytes;
  }
}
