package org.feierabend.launcher.replay;

/** A line that says nothing; its message is the reason and never quotes the line. */
final class BadLine extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String german;

  BadLine(String english, String german) {
    super(english, null, false, false);
    this.german = german;
  }

  String german() {
    return german;
  }
}
