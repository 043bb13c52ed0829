package org.feierabend.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.feierabend.decision.Sentence;

/**
 * One message of a traffic file: {@code sender recipient seconds}, the people already numbers, the
 * seconds wall-clock local time since the file's first day.
 */
public record ActivityLine(int sender, int recipient, long seconds) {
  private static final long HIGHEST_NUMBER = 9_999_999;
  private static final long CENTURY_SECONDS = 36_525L * 86_400;

  /** A line that says no message, and why. */
  public static final class Bad extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Sentence why;

    Bad(String en, String de) {
      super(en);
      why = new Sentence(de, en);
    }

    public Sentence why() {
      return why;
    }
  }

  /**
   * @throws Bad when it is no such line
   */
  public static ActivityLine read(String line) {
    String[] words = line.strip().split("\\s+", 5);
    if (words.length != 3)
      throw new Bad(
          "it must read 'sender recipient seconds', but has %s words"
              .formatted(words.length > 4 ? "more than 4" : words.length),
          "sie muss „Absender Empfänger Sekunden“ lauten, hat aber %s Wörter"
              .formatted(words.length > 4 ? "mehr als 4" : words.length));
    return new ActivityLine(
        (int) whole(words[0], "sender", HIGHEST_NUMBER),
        (int) whole(words[1], "recipient", HIGHEST_NUMBER),
        whole(words[2], "seconds", Long.MAX_VALUE));
  }

  /**
   * When it was sent; a time in the gap of spring is as much later.
   *
   * @throws Bad when that is more than a century away
   */
  public Instant at(LocalDate first, ZoneId zone) {
    if (seconds > CENTURY_SECONDS)
      throw new Bad(
          "the seconds must lie between 0 and %d".formatted(CENTURY_SECONDS),
          "die Sekunden müssen zwischen 0 und %d liegen".formatted(CENTURY_SECONDS));
    return first.atStartOfDay().plusSeconds(seconds).atZone(zone).toInstant();
  }

  private static long whole(String word, String what, long highest) {
    long value = 0;
    boolean digits = !word.isEmpty() && word.length() <= 18;
    for (int i = 0; digits && i < word.length(); i++) {
      int digit = word.charAt(i) - '0';
      digits = digit >= 0 && digit <= 9;
      value = 10 * value + digit;
    }
    if (!digits || value > highest)
      throw new Bad(
          "the %s must be a whole number from 0 to %d".formatted(what, highest),
          "%s muss eine ganze Zahl von 0 bis %d sein".formatted(what, highest));
    return value;
  }
}
