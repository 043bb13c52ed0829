package org.feierabend.rulebook;

/**
 * A file of rules, policies or scenarios cannot be read; the message names file, line and reason.
 */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unreadable(String place, int line, String reason) {
    super("%s:%d: %s".formatted(place, line, reason));
  }

  public Unreadable(String place, String reason, Throwable cause) {
    super("%s: %s".formatted(place, reason), cause);
  }
}
