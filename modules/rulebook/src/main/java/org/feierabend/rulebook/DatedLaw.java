package org.feierabend.rulebook;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.feierabend.timeline.HoursOfDay;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Flag;
import org.feierabend.timeline.WorkingTimeLaw;

/** The numbers of {@code rules/parameters.yaml}, as they stand on a day. */
final class DatedLaw implements WorkingTimeLaw {
  static final String EVERYBODY = "tarif"; // what does not differ is listed for both

  /** Numbers that differ by {@link org.feierabend.timeline.PersonFacts.Regime}. */
  static final List<String> BY_REGIME = List.of("daily-rest", "weekly-rest");

  /** All others a decision may ask for. */
  static final List<String> FOR_EVERYBODY =
      List.of(
          "daily-rest-minors",
          "daily-rest-short",
          "short-rest-duties",
          "late-hours",
          "eve-afternoon",
          "night",
          "night-work",
          "roster-notice-hours",
          "close-arrival",
          "frequent-calls",
          "emergency-answer",
          "emergencies-counted",
          "wrong-emergencies",
          "emergency-confirmed",
          "meeting-break",
          "evening-window",
          "free-sundays",
          "tariff-days");

  private final Parameters parameters;

  DatedLaw(Parameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public Duration dailyRest(LocalDate day, PersonFacts person) {
    if (person.flags().contains(Flag.MINOR)) return duration("daily-rest-minors", day);
    if (!person.duties().isEmpty() && !Collections.disjoint(person.duties(), shortRestDuties(day)))
      return duration("daily-rest-short", day);
    return Duration.parse(one("daily-rest", regime(person), day));
  }

  @Override
  public Duration weeklyRest(LocalDate day, PersonFacts person) {
    return Duration.parse(one("weekly-rest", regime(person), day));
  }

  @Override
  public Set<String> shortRestDuties(LocalDate day) {
    return Set.copyOf(parameters.value("short-rest-duties", EVERYBODY, day));
  }

  @Override
  public HoursOfDay lateHours(LocalDate day) {
    return hours("late-hours", day);
  }

  @Override
  public LocalTime eveAfternoon(LocalDate day) {
    return LocalTime.parse(one("eve-afternoon", EVERYBODY, day));
  }

  @Override
  public HoursOfDay night(LocalDate day) {
    return hours("night", day);
  }

  @Override
  public Duration nightWork(LocalDate day) {
    return duration("night-work", day);
  }

  @Override
  public HoursOfDay noticeHours(LocalDate day) {
    return hours("roster-notice-hours", day);
  }

  @Override
  public Duration closeArrival(LocalDate day) {
    return duration("close-arrival", day);
  }

  @Override
  public int frequentCalls(LocalDate day) {
    return Integer.parseInt(one("frequent-calls", EVERYBODY, day));
  }

  @Override
  public Duration emergencyAnswer(LocalDate day) {
    return duration("emergency-answer", day);
  }

  @Override
  public EmergencyReviews emergencyReviews(LocalDate day) {
    return new EmergencyReviews(
        duration("emergencies-counted", day),
        Integer.parseInt(one("wrong-emergencies", EVERYBODY, day)),
        duration("emergency-confirmed", day));
  }

  @Override
  public Duration meetingBreak(LocalDate day) {
    return duration("meeting-break", day);
  }

  @Override
  public LocalTime eveningUntil(LocalDate day) {
    return LocalTime.parse(one("evening-window", EVERYBODY, day));
  }

  @Override
  public int freeSundays(LocalDate day) {
    return Integer.parseInt(one("free-sundays", EVERYBODY, day));
  }

  private static String regime(PersonFacts person) {
    return person.regime().name().toLowerCase(Locale.ROOT);
  }

  private Duration duration(String name, LocalDate day) {
    return Duration.parse(one(name, EVERYBODY, day));
  }

  private HoursOfDay hours(String name, LocalDate day) {
    List<String> ends = parameters.value(name, EVERYBODY, day);
    return new HoursOfDay(LocalTime.parse(ends.get(0)), LocalTime.parse(ends.get(1)));
  }

  private String one(String name, String regime, LocalDate day) {
    return parameters.value(name, regime, day).get(0);
  }
}
