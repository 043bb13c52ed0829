package org.feierabend.decision;

/** A value that is refused, and why, in both languages. */
public class BadValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient Sentence why;

  public BadValue(String de, String en) {
    super(en);
    why = new Sentence(de, en);
  }

  /** In both languages where both were written; else in English twice. */
  public static Sentence told(IllegalArgumentException refused) {
    if (refused instanceof BadValue bad) return bad.why;
    String message = String.valueOf(refused.getMessage());
    return new Sentence(message, message);
  }
}
