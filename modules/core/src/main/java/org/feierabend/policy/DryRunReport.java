package org.feierabend.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.feierabend.decision.Sentence;

/** What a proposal would have changed, in totals alone. */
public record DryRunReport(DryRunResult before, DryRunResult after) {
  public DryRunReport {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    if (before.contacts() != after.contacts())
      throw new IllegalArgumentException(
          "Both editions are tried on the same contacts, but got %d and %d."
              .formatted(before.contacts(), after.contacts()));
  }

  /**
   * Such as "of 83,083 messages 4,112 more would wait; the longest wait grows from 61 h to 85 h".
   */
  public List<Sentence> sentences() {
    List<Sentence> said = new ArrayList<>();
    Sentence waits = change(after.deferred() - before.deferred(), "warten", "wait");
    Sentence longest = longest(before.longestWait(), after.longestWait());
    said.add(
        new Sentence(
            "Von %s Nachrichten würden %s; %s."
                .formatted(de(before.contacts()), waits.de(), longest.de()),
            "Of %s messages %s; %s.".formatted(en(before.contacts()), waits.en(), longest.en())));
    other(said, after.delivered() - before.delivered(), "sofort zugestellt", "arrive at once");
    other(said, after.silenced() - before.silenced(), "still abgelegt", "land in silence");
    other(said, after.routed() - before.routed(), "weitergeleitet", "go to somebody else");
    other(said, after.refused() - before.refused(), "abgelehnt", "be refused");
    return said;
  }

  private static void other(List<Sentence> said, long change, String de, String en) {
    if (change == 0) return;
    Sentence words = change(change, de, en);
    said.add(new Sentence("Es würden " + words.de() + ".", upper(words.en()) + "."));
  }

  private static Sentence change(long change, String de, String en) {
    if (change == 0) return new Sentence("gleich viele " + de, "as many would " + en);
    long many = Math.abs(change);
    return new Sentence(
        "%s %s %s".formatted(de(many), change > 0 ? "mehr" : "weniger", de),
        "%s %s would %s".formatted(en(many), change > 0 ? "more" : "fewer", en));
  }

  private static Sentence longest(Duration was, Duration is) {
    long before = hours(was);
    long after = hours(is);
    if (was.equals(is))
      return new Sentence(
          "die längste Wartezeit bleibt bei %d h".formatted(after),
          "the longest wait stays at %d h".formatted(after));
    boolean grows = is.compareTo(was) > 0;
    return new Sentence(
        "die längste Wartezeit %s von %d h auf %d h"
            .formatted(grows ? "wächst" : "sinkt", before, after),
        "the longest wait %s from %d h to %d h"
            .formatted(grows ? "grows" : "falls", before, after));
  }

  /** To the nearest hour. */
  private static long hours(Duration wait) {
    return wait.plusMinutes(30).toHours();
  }

  private static String upper(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String de(long number) {
    return String.format(Locale.GERMAN, "%,d", number);
  }

  private static String en(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }
}
