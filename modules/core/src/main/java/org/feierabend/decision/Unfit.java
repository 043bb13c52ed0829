package org.feierabend.decision;

/** What was asked does not fit where the matter stands; says what does. */
public final class Unfit extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Sentence why;

  public Unfit(String de, String en) {
    super(en);
    why = new Sentence(de, en);
  }

  public Sentence why() {
    return why;
  }
}
