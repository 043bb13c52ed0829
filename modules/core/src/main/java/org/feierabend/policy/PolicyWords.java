package org.feierabend.policy;

import java.util.List;
import java.util.Objects;
import org.feierabend.decision.Sentence;

/**
 * A whole document as people read it, chapter by chapter; what it does not say is not in it.
 *
 * @param title of the chapter, such as "Rest and protection"
 */
public record PolicyWords(Sentence title, List<Line> lines) {
  /**
   * @param key as the document writes it
   * @param title what the key is called
   * @param value in words
   */
  public record Line(String key, Sentence title, Sentence value) {
    public Line {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(value, "value");
    }
  }

  public PolicyWords {
    Objects.requireNonNull(title, "title");
    lines = List.copyOf(lines);
  }
}
