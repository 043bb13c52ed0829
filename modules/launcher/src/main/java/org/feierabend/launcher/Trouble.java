package org.feierabend.launcher;

/**
 * Something the person at the keyboard must know and can mend; it names the value and what to do.
 */
public final class Trouble extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Exit status of a command that could not do its work. */
  public static final int FAILED = 1;

  /** Exit status of a command that was called wrongly. */
  public static final int USAGE = 2;

  private final String german;
  private final int exit;

  private Trouble(int exit, String english, String german, Throwable cause) {
    super(english, cause);
    this.german = german;
    this.exit = exit;
  }

  public static Trouble of(String english, String german) {
    return new Trouble(FAILED, english, german, null);
  }

  public static Trouble of(String english, String german, Throwable cause) {
    return new Trouble(FAILED, english, german, cause);
  }

  public static Trouble usage(String english, String german) {
    return new Trouble(USAGE, english, german, null);
  }

  public String german() {
    return german;
  }

  public int exit() {
    return exit;
  }
}
