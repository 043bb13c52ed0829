package org.feierabend.rulebook;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.feierabend.decision.Sentence;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/**
 * Hours of the week in words, and what changes in them: "The default window on Fridays ends at
 * 14:00 …".
 */
final class WeeklyDifference {
  private record Change(List<String> was, List<String> is) {}

  private WeeklyDifference() {}

  /**
   * @param name of the hours, such as "the default window"
   */
  static List<Sentence> sentences(Sentence name, Map<?, ?> before, Map<?, ?> after) {
    Map<Change, List<DayOfWeek>> changes = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      Change change = new Change(spans(before, day), spans(after, day));
      if (!change.was.equals(change.is))
        changes.computeIfAbsent(change, c -> new ArrayList<>()).add(day);
    }
    List<Sentence> said = new ArrayList<>();
    changes.forEach((change, days) -> said.add(sentence(name, change, WeekdayWords.of(days))));
    return said;
  }

  private static Sentence sentence(Sentence name, Change change, Sentence days) {
    String de = name.de();
    String en = name.en() + " on " + days.en();
    if (change.was.isEmpty())
      return new Sentence(
          "%s gibt es %s neu: %s.".formatted(de, days.de(), all(change.is)),
          "%s is new: %s.".formatted(en, all(change.is)));
    if (change.is.isEmpty())
      return new Sentence(
          "%s gibt es %s nicht mehr; bisher %s.".formatted(de, days.de(), all(change.was)),
          "%s is gone; it was %s.".formatted(en, all(change.was)));
    if (change.was.size() == 1 && change.is.size() == 1) {
      String[] was = change.was.get(0).split("–");
      String[] is = change.is.get(0).split("–");
      if (was[0].equals(is[0]))
        return new Sentence(
            "%s endet %s um %s statt um %s.".formatted(de, days.de(), is[1], was[1]),
            "%s ends at %s instead of %s.".formatted(en, is[1], was[1]));
      if (was[1].equals(is[1]))
        return new Sentence(
            "%s beginnt %s um %s statt um %s.".formatted(de, days.de(), is[0], was[0]),
            "%s begins at %s instead of %s.".formatted(en, is[0], was[0]));
    }
    return new Sentence(
        "%s ist %s %s statt %s.".formatted(de, days.de(), all(change.is), all(change.was)),
        "%s is %s instead of %s.".formatted(en, all(change.is), all(change.was)));
  }

  /** The hours themselves: "Mondays to Thursdays 07:30–17:00, Fridays 07:30–14:00". */
  static Sentence inWords(Map<?, ?> week) {
    Map<List<String>, List<DayOfWeek>> hours = new LinkedHashMap<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      List<String> spans = spans(week, day);
      if (!spans.isEmpty()) hours.computeIfAbsent(spans, s -> new ArrayList<>()).add(day);
    }
    if (hours.isEmpty()) return ValueWords.of(List.of());
    List<String> de = new ArrayList<>();
    List<String> en = new ArrayList<>();
    hours.forEach(
        (spans, days) -> {
          Sentence when = WeekdayWords.of(days);
          de.add(when.de() + " " + all(spans));
          en.add(when.en() + " " + all(spans));
        });
    return new Sentence(String.join("; ", de), String.join("; ", en));
  }

  private static String all(List<String> spans) {
    return String.join(", ", spans);
  }

  private static List<String> spans(Map<?, ?> week, DayOfWeek day) {
    return WeeklyForm.windows(week).stream()
        .filter(w -> w.days().contains(day))
        .sorted(Comparator.comparing(WeeklyWindow::from))
        .map(w -> w.from() + "–" + (w.to().equals(LocalTime.MIDNIGHT) ? "24:00" : w.to()))
        .distinct()
        .collect(Collectors.toList());
  }
}
