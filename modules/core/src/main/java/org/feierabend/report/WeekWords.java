package org.feierabend.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.timeline.IsoWeek;

/**
 * Weeks as people say them: "KW 47/2026 (16.–22. November)", "week 47 of 2026 (16–22 November)".
 */
public final class WeekWords {
  private WeekWords() {}

  public static Sentence of(IsoWeek week) {
    return of(week, week);
  }

  /** From the first week to the last, each of them in it. */
  public static Sentence of(IsoWeek from, IsoWeek to) {
    Sentence span = span(from, to);
    return new Sentence(
        "%s (%s)".formatted(span.de(), days(from, to, Language.DE)),
        "%s (%s)".formatted(span.en(), days(from, to, Language.EN)));
  }

  /** The same without the days, for the middle of a sentence. */
  static Sentence span(IsoWeek from, IsoWeek to) {
    return new Sentence(run(from, to, Language.DE), run(from, to, Language.EN));
  }

  /**
   * Many at once, without their days: those that follow each other together.
   *
   * @param weeks ascending
   */
  public static Sentence all(List<IsoWeek> weeks) {
    List<String> de = new ArrayList<>();
    List<String> en = new ArrayList<>();
    for (int i = 0; i < weeks.size(); ) {
      int last = i;
      while (last + 1 < weeks.size() && weeks.get(last).next().equals(weeks.get(last + 1))) last++;
      Sentence span = span(weeks.get(i), weeks.get(last));
      de.add(span.de());
      en.add(span.en());
      i = last + 1;
    }
    return new Sentence(String.join(", ", de), String.join(", ", en));
  }

  private static String run(IsoWeek from, IsoWeek to, Language language) {
    boolean german = language == Language.DE;
    if (from.equals(to)) return german ? german(to) : english(to);
    if (from.year() != to.year())
      return german
          ? "%s bis %s".formatted(german(from), german(to))
          : "%s to %s".formatted(english(from), english(to));
    return german
        ? "KW %d bis %s".formatted(from.week(), to.said())
        : "weeks %d to %d of %d".formatted(from.week(), to.week(), to.year());
  }

  private static String german(IsoWeek week) {
    return "KW " + week.said();
  }

  private static String english(IsoWeek week) {
    return "week %d of %d".formatted(week.week(), week.year());
  }

  /** Monday to Sunday, what both have in common said once. */
  private static String days(IsoWeek from, IsoWeek to, Language language) {
    LocalDate first = from.monday();
    LocalDate last = to.monday().plusDays(6);
    boolean sameYear = first.getYear() == last.getYear();
    boolean sameMonth = sameYear && first.getMonth() == last.getMonth();
    boolean german = language == Language.DE;
    String day = german ? "d." : "d";
    String month = day + " MMMM";
    String whole = month + " uuuu";
    return sameMonth
        ? said(first, day, german) + "–" + said(last, month, german)
        : said(first, sameYear ? month : whole, german)
            + (german ? " bis " : " to ")
            + said(last, sameYear ? month : whole, german);
  }

  private static String said(LocalDate day, String pattern, boolean german) {
    return DateTimeFormatter.ofPattern(pattern, german ? Locale.GERMANY : Locale.UK).format(day);
  }
}
