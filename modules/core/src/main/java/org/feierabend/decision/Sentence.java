package org.feierabend.decision;

import java.util.Objects;

/** One sentence for people, in German and in English. */
public record Sentence(String de, String en) {
  public Sentence {
    if (Objects.requireNonNull(de).isBlank() || Objects.requireNonNull(en).isBlank())
      throw new IllegalArgumentException(
          "A sentence exists in German and in English, but got de='%s', en='%s'."
              .formatted(de, en));
  }

  public String in(Language language) {
    return language == Language.DE ? de : en;
  }
}
