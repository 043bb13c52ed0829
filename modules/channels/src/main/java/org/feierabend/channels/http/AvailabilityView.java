package org.feierabend.channels.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.Sentence;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.Spans;
import org.feierabend.timeline.Stretch;

/**
 * What of a calendar counts.
 *
 * @param outsideFrame the next of its times that HR must agree to, outside the frame and the
 *     voluntary evening
 * @param days the next two weeks, as they were and as they are with it
 */
record AvailabilityView(Sentence counts, List<Time> outsideFrame, List<Day> days) implements View {
  private static final int SHOWN = 10;
  private static final int DAYS = 14;

  record Time(String from, String to) {}

  /** Windows of a date; what protects is not taken off. */
  record Day(String date, List<DaysView.Hours> before, List<DaysView.Hours> after) {}

  static List<Time> times(List<Span> outside, ZoneId zone) {
    return outside.stream()
        .limit(SHOWN)
        .map(s -> new Time(Json.at(s.from(), zone), Json.at(s.to(), zone)))
        .toList();
  }

  static Span weeks(Instant from) {
    return new Span(from, from.plus(Duration.ofDays(56)));
  }

  /** Each date of the next two weeks, before and after. */
  static List<Day> days(
      Reachability rules, PersonFacts before, PersonFacts after, Instant now, ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    Span weeks =
        new Span(
            today.atStartOfDay(zone).toInstant(),
            today.plusDays(DAYS).atStartOfDay(zone).toInstant());
    List<Span> was = windows(rules, before, weeks);
    List<Span> is = windows(rules, after, weeks);
    return today
        .datesUntil(today.plusDays(DAYS))
        .map(d -> new Day(d.toString(), hours(was, d, zone), hours(is, d, zone)))
        .toList();
  }

  private static List<Span> windows(Reachability rules, PersonFacts facts, Span weeks) {
    List<Span> windows = new ArrayList<>();
    for (Stretch s : rules.stretches(facts, weeks.from(), weeks.to())) {
      if (!s.kind().inWindow()) continue;
      int last = windows.size() - 1;
      if (last >= 0 && windows.get(last).to().equals(s.start()))
        windows.set(last, new Span(windows.get(last).from(), s.end()));
      else windows.add(new Span(s.start(), s.end()));
    }
    return windows;
  }

  private static List<DaysView.Hours> hours(List<Span> windows, LocalDate date, ZoneId zone) {
    Span day =
        new Span(
            date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
    return windows.stream()
        .flatMap(w -> Spans.both(w, day).stream())
        .map(
            w ->
                new DaysView.Hours(
                    time(w.from(), zone), w.to().equals(day.to()) ? "24:00" : time(w.to(), zone)))
        .toList();
  }

  private static String time(Instant at, ZoneId zone) {
    return LocalTime.ofInstant(at, zone).toString();
  }

  /**
   * @param dryRun nothing was kept
   */
  static Sentence said(boolean dryRun, List<Span> outside) {
    Sentence counts = dryRun ? WOULD : DOES;
    return outside.isEmpty()
        ? counts
        : new Sentence(counts.de() + OUTSIDE.de(), counts.en() + OUTSIDE.en());
  }

  private static final Sentence DOES =
      new Sentence(
          "Ihr Kalender gilt ab sofort, wo er etwas sagt; sonst gelten Ihre Wochenfenster. Aufgehoben werden nur Zeiten,"
              + " weder Titel noch Orte oder Namen.",
          "Your calendar counts from now on where it says something, your weekly windows elsewhere. Times alone are kept,"
              + " no titles, places or names.");

  private static final Sentence WOULD =
      new Sentence(
          "Noch gilt nichts davon. So sähe es aus: Ihr Kalender gälte, wo er etwas sagt; sonst gelten Ihre Wochenfenster.",
          "None of this counts yet. It would look like this: your calendar would count where it says something, your weekly"
              + " windows elsewhere.");

  private static final Sentence OUTSIDE =
      new Sentence(
          " Zeiten außerhalb der Rahmenzeit brauchen die Zustimmung des Personalamts; bis dahin gelten sie mit dem"
              + " Vermerk „zu prüfen“. Ein freiwilliges Abendfenster braucht keine und geht niemanden etwas an.",
          " Times outside the frame need the agreement of HR; until then they count with the note \"to be reviewed\"."
              + " A voluntary evening window needs none and is nobody's business.");
}
