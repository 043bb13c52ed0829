package org.feierabend.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;
import org.feierabend.timeline.HoursOfDay;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Flag;
import org.feierabend.timeline.WorkingTimeLaw;

/**
 * The law with what an agreement adds. Of two numbers the one that protects more stands, on every
 * day anew, so that no policy is weaker than the law even where the law changes after it was
 * signed.
 */
public record AgreedLaw(WorkingTimeLaw law, Agreed agreed) implements WorkingTimeLaw {
  public AgreedLaw {
    Objects.requireNonNull(law, "law");
    Objects.requireNonNull(agreed, "agreed");
  }

  @Override
  public Duration dailyRest(LocalDate day, PersonFacts person) {
    Duration lawful = law.dailyRest(day, person);
    if (person.flags().contains(Flag.MINOR))
      return longer("daily-rest-minors", longer("daily-rest", lawful));
    boolean shorter = person.duties().stream().anyMatch(d -> law.shortRestDuties(day).contains(d));
    return longer(shorter ? "daily-rest-short" : "daily-rest", lawful);
  }

  @Override
  public Duration weeklyRest(LocalDate day, PersonFacts person) {
    return longer("weekly-rest", law.weeklyRest(day, person));
  }

  @Override
  public Set<String> shortRestDuties(LocalDate day) {
    return law.shortRestDuties(day);
  }

  @Override
  public HoursOfDay lateHours(LocalDate day) {
    return wider("late-hours", law.lateHours(day));
  }

  @Override
  public LocalTime eveAfternoon(LocalDate day) {
    return earlier("eve-afternoon", law.eveAfternoon(day));
  }

  @Override
  public HoursOfDay night(LocalDate day) {
    return wider("night", law.night(day));
  }

  @Override
  public Duration nightWork(LocalDate day) {
    return shorter("night-work", law.nightWork(day));
  }

  @Override
  public HoursOfDay noticeHours(LocalDate day) {
    HoursOfDay lawful = law.noticeHours(day);
    return agreed
        .hours("roster-notice-hours")
        .map(h -> new HoursOfDay(later(h.from(), lawful.from()), earlier(h.to(), lawful.to())))
        .orElse(lawful);
  }

  @Override
  public Duration closeArrival(LocalDate day) {
    return longer("close-arrival", law.closeArrival(day));
  }

  @Override
  public int frequentCalls(LocalDate day) {
    return fewer("frequent-calls", law.frequentCalls(day));
  }

  @Override
  public Duration emergencyAnswer(LocalDate day) {
    return shorter("emergency-answer", law.emergencyAnswer(day));
  }

  @Override
  public EmergencyReviews emergencyReviews(LocalDate day) {
    EmergencyReviews lawful = law.emergencyReviews(day);
    return new EmergencyReviews(
        shorter("emergencies-counted", lawful.counted()),
        fewer("wrong-emergencies", lawful.wrong()),
        shorter("emergency-confirmed", lawful.confirm()));
  }

  @Override
  public Duration meetingBreak(LocalDate day) {
    return longer("meeting-break", law.meetingBreak(day));
  }

  @Override
  public LocalTime eveningUntil(LocalDate day) {
    return earlier("evening-until", law.eveningUntil(day));
  }

  @Override
  public int freeSundays(LocalDate day) {
    return Math.max(law.freeSundays(day), agreed.count("free-sundays").orElse(0));
  }

  private Duration longer(String key, Duration lawful) {
    return agreed.duration(key).map(d -> later(d, lawful)).orElse(lawful);
  }

  private Duration shorter(String key, Duration lawful) {
    return agreed.duration(key).map(d -> earlier(d, lawful)).orElse(lawful);
  }

  private int fewer(String key, int lawful) {
    return Math.min(lawful, agreed.count(key).orElse(lawful));
  }

  private LocalTime earlier(String key, LocalTime lawful) {
    return agreed.time(key).map(t -> earlier(t, lawful)).orElse(lawful);
  }

  /** Hours across midnight: those that begin earlier and end later. */
  private HoursOfDay wider(String key, HoursOfDay lawful) {
    return agreed
        .hours(key)
        .map(h -> new HoursOfDay(earlier(h.from(), lawful.from()), later(h.to(), lawful.to())))
        .orElse(lawful);
  }

  private static <T extends Comparable<? super T>> T earlier(T one, T other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static <T extends Comparable<? super T>> T later(T one, T other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
