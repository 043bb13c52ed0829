package org.feierabend.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The policy of whoever has signed none: built in, the strictest one, and pinned by its hash, so
 * that no file beside the program changes it.
 */
public final class BuiltIn {
  /** SHA-256 of its canonical JSON; what the first signed edition names as the one before. */
  public static final String HASH =
      "f7acbea88303ca41045fc51d0e8f58597b511e1bbc094729555ef5fa3f957f1e";

  private BuiltIn() {}

  public static String document() {
    try (InputStream in =
        Objects.requireNonNull(
            BuiltIn.class.getResourceAsStream("built-in.yaml"), "built-in.yaml is not packed")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The built-in policy cannot be read.", e);
    }
  }
}
