package org.feierabend.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.feierabend.timeline.PersonFacts.Flag;
import org.feierabend.timeline.PersonFacts.Span;

/**
 * The numbers of today, and a calendar written as {@code from/to,from/to} of instants: the first
 * span is spoken about, the others are free.
 */
public class TestLaw implements WorkingTimeLaw, Availabilities {
  public static final Almanac ALMANAC =
      new Almanac(TestHolidays.INSTANCE, new TestLaw(), new TestLaw());

  @Override
  public Duration dailyRest(LocalDate day, PersonFacts person) {
    if (person.flags().contains(Flag.MINOR)) return Duration.ofHours(12);
    return Duration.ofHours(person.duties().contains("CARE") ? 10 : 11);
  }

  @Override
  public Duration weeklyRest(LocalDate day, PersonFacts person) {
    return Duration.ofHours(24);
  }

  @Override
  public Set<String> shortRestDuties(LocalDate day) {
    return Set.of("CARE");
  }

  @Override
  public HoursOfDay lateHours(LocalDate day) {
    return new HoursOfDay(LocalTime.of(20, 0), LocalTime.of(6, 0));
  }

  @Override
  public LocalTime eveAfternoon(LocalDate day) {
    return LocalTime.of(14, 0);
  }

  @Override
  public HoursOfDay night(LocalDate day) {
    return new HoursOfDay(LocalTime.of(23, 0), LocalTime.of(6, 0));
  }

  @Override
  public Duration nightWork(LocalDate day) {
    return Duration.ofHours(2);
  }

  @Override
  public HoursOfDay noticeHours(LocalDate day) {
    return new HoursOfDay(LocalTime.of(6, 0), LocalTime.of(20, 0));
  }

  @Override
  public Duration emergencyAnswer(LocalDate day) {
    return Duration.ofMinutes(5);
  }

  @Override
  public Duration closeArrival(LocalDate day) {
    return Duration.ofMinutes(20);
  }

  @Override
  public LocalTime eveningUntil(LocalDate day) {
    return LocalTime.of(22, 0);
  }

  @Override
  public int frequentCalls(LocalDate day) {
    return 3;
  }

  @Override
  public EmergencyReviews emergencyReviews(LocalDate day) {
    return new EmergencyReviews(Duration.ofDays(30), 2, Duration.ofHours(24));
  }

  @Override
  public Duration meetingBreak(LocalDate day) {
    return Duration.ofMinutes(10);
  }

  @Override
  public int freeSundays(LocalDate day) {
    return 15;
  }

  @Override
  public Availability between(String calendar, ZoneId zone, Instant from, Instant to) {
    List<Span> spans = spans(calendar);
    return new Availability(spans.subList(0, 1), spans.subList(1, spans.size()));
  }

  static List<Span> spans(String calendar) {
    return java.util.Arrays.stream(calendar.split(","))
        .map(s -> s.split("/"))
        .map(e -> new Span(Instant.parse(e[0]), Instant.parse(e[1])))
        .toList();
  }
}
