package org.feierabend.signature;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.decision.BadValue;

/** Typed reading of a signed object; what is missing or misshapen is named. */
record Fields(Map<String, Object> json) {
  private static final int LONGEST_TEXT = 4_000;

  String text(String key) {
    if (json.get(key) instanceof String s) return s;
    throw new BadValue(
        "Eine Erklärung braucht „%s“, einen Text.".formatted(key),
        "A declaration needs '%s', a text.".formatted(key));
  }

  String hash(String key) {
    return requireHash(key, text(key));
  }

  int number(String key) {
    if (json.get(key) instanceof Long n) return Math.toIntExact(n);
    throw new BadValue(
        "Eine Erklärung braucht „%s“, eine ganze Zahl.".formatted(key),
        "A declaration needs '%s', a whole number.".formatted(key));
  }

  LocalDate date(String key) {
    return LocalDate.parse(text(key));
  }

  Optional<LocalDate> dateIfAny(String key) {
    return json.containsKey(key) ? Optional.of(date(key)) : Optional.empty();
  }

  /** Texts by key; none where the field is missing. */
  Map<String, String> texts(String key) {
    if (!json.containsKey(key)) return Map.of();
    if (!(json.get(key) instanceof Map<?, ?> map))
      throw new BadValue(
          "„%s“ enthält Texte je Schlüssel.".formatted(key),
          "'%s' holds texts by key.".formatted(key));
    Map<String, String> texts = new java.util.TreeMap<>();
    map.forEach((k, v) -> texts.put((String) k, requireText(key, String.valueOf(v))));
    return texts;
  }

  static String requireHash(String key, String hash) {
    if (hash == null || !hash.matches("[0-9a-f]{64}"))
      throw new BadValue(
          "„%s“ ist ein SHA-256 aus 64 hexadezimalen Ziffern in Kleinbuchstaben, hier steht „%s“."
              .formatted(key, hash),
          "'%s' is a SHA-256 in 64 lower-case hexadecimal digits, but got '%s'."
              .formatted(key, hash));
    return hash;
  }

  static String requireText(String key, String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST_TEXT)
      throw new BadValue(
          "„%s“ hat 1 bis %d Zeichen.".formatted(key, LONGEST_TEXT),
          "'%s' has 1 to %d characters.".formatted(key, LONGEST_TEXT));
    return text;
  }

  /** By the comment's key, none of them empty. */
  static Map<String, String> requireAnswers(Map<String, String> answers) {
    answers.forEach(
        (comment, answer) -> {
          if (answer.isBlank() || answer.length() > LONGEST_TEXT)
            throw new BadValue(
                "Die Antwort auf die Anmerkung „%s“ hat 1 bis %d Zeichen, nicht %d."
                    .formatted(comment, LONGEST_TEXT, answer.strip().length()),
                "The answer to the comment '%s' has 1 to %d characters, not %d."
                    .formatted(comment, LONGEST_TEXT, answer.strip().length()));
        });
    return Map.copyOf(answers);
  }

  static <T> T requireOne(String key, T value, List<T> known) {
    if (known.contains(value)) return value;
    throw new BadValue(
        "„%s“ ist eines von %s, hier steht „%s“.".formatted(key, known, value),
        "'%s' is one of %s, but got '%s'.".formatted(key, known, value));
  }
}
