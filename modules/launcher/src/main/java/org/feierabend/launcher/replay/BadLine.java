package org.feierabend.launcher.replay;

/** A line that says nothing; its message is the reason and never quotes the line. */
final class BadLine extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadLine(String reason) {
    super(reason, null, false, false);
  }
}
