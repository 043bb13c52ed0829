package org.feierabend.rulebook;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.decision.Sentence;

/** Days of the week as people say them: Mondays to Thursdays, Fridays. */
final class WeekdayWords {
  private static final List<String> DE =
      List.of(
          "montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags", "sonntags");
  private static final List<String> EN =
      List.of("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays");

  private WeekdayWords() {}

  /**
   * @param days ascending
   */
  static Sentence of(List<DayOfWeek> days) {
    List<String> de = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (int i = 0; i < days.size(); ) {
      int last = i;
      while (last + 1 < days.size() && follows(days.get(last), days.get(last + 1))) last++;
      int a = days.get(i).ordinal();
      int b = days.get(last).ordinal();
      de.add(a == b ? DE.get(a) : DE.get(a) + (a + 1 == b ? " und " : " bis ") + DE.get(b));
      en.add(a == b ? EN.get(a) : EN.get(a) + (a + 1 == b ? " and " : " to ") + EN.get(b));
      i = last + 1;
    }
    return new Sentence(String.join(", ", de), String.join(", ", en));
  }

  private static boolean follows(DayOfWeek one, DayOfWeek other) {
    return one.ordinal() + 1 == other.ordinal();
  }
}
