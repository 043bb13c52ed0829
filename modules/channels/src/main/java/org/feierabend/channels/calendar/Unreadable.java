package org.feierabend.channels.calendar;

import org.feierabend.decision.Sentence;

/** A calendar that cannot be taken, with the line that is wrong and what is wrong with it. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final transient Sentence reason;

  Unreadable(int line, String de, String en) {
    super(en, null, false, false);
    this.line = line;
    this.reason = new Sentence(de, en);
  }

  public Sentence sentence() {
    return new Sentence(
        "Zeile %d: %s".formatted(line, reason.de()), "Line %d: %s".formatted(line, reason.en()));
  }
}
