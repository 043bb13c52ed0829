package org.feierabend.rulebook;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.feierabend.decision.Sentence;

/** What a scenario expects, as a sentence for people. */
final class ExpectedWords {
  private static final DateTimeFormatter DE =
      DateTimeFormatter.ofPattern("EEEE, d. MMMM yyyy, HH:mm 'Uhr'", Locale.GERMAN);
  private static final DateTimeFormatter EN =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);

  /** Key and value, or key alone, → what it says; {@code %s} is an instant. */
  private static final Map<String, Sentence> WORDS =
      Map.ofEntries(
          Map.entry("deliver true", new Sentence("kommt sofort an", "arrives at once")),
          Map.entry(
              "silence true",
              new Sentence(
                  "liegt ohne Benachrichtigung bereit", "lies there without notification")),
          Map.entry(
              "silence",
              new Sentence(
                  "liegt ohne Benachrichtigung bereit bis %s",
                  "lies there without notification until %s")),
          Map.entry("defer true", new Sentence("wartet", "waits")),
          Map.entry("defer", new Sentence("wartet bis %s", "waits until %s")),
          Map.entry("route DEPUTY", new Sentence("geht an die Vertretung", "goes to the deputy")),
          Map.entry(
              "route ON_CALL",
              new Sentence("geht an die Rufbereitschaft", "goes to the on-call duty")),
          Map.entry("refuse true", new Sentence("wird abgelehnt", "is refused")),
          Map.entry(
              "refuse",
              new Sentence("wird abgelehnt, frühestens %s", "is refused; earliest start %s")),
          Map.entry("keep true", new Sentence("bleibt", "is kept")),
          Map.entry("drop true", new Sentence("wird entfernt", "is stripped")),
          Map.entry("coarsen true", new Sentence("wird vergröbert", "is coarsened")),
          Map.entry("grant true", new Sentence("ist genehmigt", "is granted")),
          Map.entry("deny true", new Sentence("ist abgelehnt", "is denied")),
          Map.entry(
              "tell true",
              new Sentence(
                  "das Personalamt und die Führung der Einheit erfahren es",
                  "HR and the unit's managers are told")),
          Map.entry("tell false", new Sentence("niemand erfährt etwas", "nobody is told")),
          Map.entry(
              "remind true",
              new Sentence("wer sendet, erfährt es jetzt", "the sender is told, now")),
          Map.entry(
              "remind false", new Sentence("es gibt nichts zu sagen", "there is nothing to say")),
          Map.entry("review true", new Sentence("wird geprüft", "is looked at")),
          Map.entry("counted false", new Sentence("wird nicht gezählt", "is not counted")));

  private ExpectedWords() {}

  static Sentence of(Entry expect) {
    List<String> de = new ArrayList<>();
    List<String> en = new ArrayList<>();
    expect
        .map()
        .forEach(
            (key, value) -> {
              if (key.equals("each")) each(value, de, en);
              else if (key.equals("sender"))
                add(
                    new Sentence("wer sendet, liest nur „%s“", "the sender reads only \"%s\""),
                    value.text(),
                    de,
                    en);
              else if (!value.isMap() && !value.isList()) word(key, value.text(), de, en);
            });
    // a scenario may assert the reason alone
    return de.isEmpty()
        ? new Sentence("wie die Regel sagt", "as the rule says")
        : new Sentence(String.join("; ", de), String.join("; ", en));
  }

  private static void each(Entry people, List<String> de, List<String> en) {
    people
        .map()
        .forEach(
            (name, expect) -> {
              Sentence one = of(expect);
              de.add(name + ": " + one.de());
              en.add(name + ": " + one.en());
            });
  }

  private static void word(String key, String value, List<String> de, List<String> en) {
    Sentence exact = WORDS.get(key + " " + value);
    if (exact != null) add(exact, "", de, en);
    else if (WORDS.containsKey(key) && value.contains("T")) {
      OffsetDateTime at = OffsetDateTime.parse(value);
      de.add(WORDS.get(key).de().formatted(DE.format(at)));
      en.add(WORDS.get(key).en().formatted(EN.format(at)));
    }
  }

  private static void add(Sentence words, String value, List<String> de, List<String> en) {
    de.add(words.de().replace("%s", value));
    en.add(words.en().replace("%s", value));
  }
}
