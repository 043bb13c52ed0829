package org.feierabend.channels.door;

import org.feierabend.decision.Sentence;

/**
 * What another system sent is not as expected. Unwinds to the door, where it becomes a value again.
 *
 * <p>Its sentence may quote a value, for the system that sent it; a dead letter has its pointer
 * alone.
 */
public final class Misread extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 64;

  private final String pointer;
  private final transient Sentence sentence;

  public Misread(String pointer, Sentence sentence) {
    super(pointer, null, false, false);
    this.pointer = pointer;
    this.sentence = sentence;
  }

  /** JSON pointer, or a header; empty for the whole. */
  public String pointer() {
    return pointer;
  }

  public Sentence sentence() {
    return sentence;
  }

  /** What came from outside is cut and cleaned before it is quoted. */
  public static String shown(String value) {
    String cut = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }
}
