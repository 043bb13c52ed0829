package org.feierabend.rulebook;

import java.io.IOException;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;

/**
 * A file of rules, policies or scenarios cannot be read; the message names file, line and reason.
 */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Sentence told;
  private final transient Sentence inText;

  public Unreadable(String place, int line, String reason) {
    this(place, line, new Sentence(reason, reason));
  }

  public Unreadable(String place, int line, Sentence reason) {
    super("%s:%d: %s".formatted(place, line, reason.en()));
    told = new Sentence("%s:%d: %s".formatted(place, line, reason.de()), getMessage());
    inText =
        new Sentence(
            "Zeile %d: %s".formatted(line, reason.de()),
            "line %d: %s".formatted(line, reason.en()));
  }

  /** A file as a whole. */
  Unreadable(String file, String reason) {
    super("%s: %s".formatted(file, reason));
    told = new Sentence(getMessage(), getMessage());
    inText = told;
  }

  Unreadable(Object file, IOException why) {
    super("%s: cannot be read: %s".formatted(file, why.getMessage()), why);
    told = new Sentence("%s: nicht lesbar: %s".formatted(file, why.getMessage()), getMessage());
    inText = told;
  }

  /** The message in both languages, where its reason has both. */
  Sentence told() {
    return told;
  }

  /** For whoever sent the text and knows no file. */
  Sentence inText() {
    return inText;
  }

  /** Of whatever says that something cannot be read. */
  public static Sentence told(RuntimeException why) {
    if (why instanceof Unreadable unreadable) return unreadable.told;
    if (why instanceof IllegalArgumentException refused) return BadValue.told(refused);
    return new Sentence(String.valueOf(why.getMessage()), String.valueOf(why.getMessage()));
  }
}
