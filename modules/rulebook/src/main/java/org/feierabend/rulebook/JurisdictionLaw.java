package org.feierabend.rulebook;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.feierabend.timeline.HoursOfDay;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.WorkingTimeLaw;

/**
 * The rests of a state's pack; what the pack does not speak about stays as the employer's agreement
 * has it, which may protect more than the law.
 *
 * @param standard of {@code rules/parameters.yaml}
 */
record JurisdictionLaw(Jurisdiction pack, WorkingTimeLaw standard) implements WorkingTimeLaw {
  @Override
  public Duration dailyRest(LocalDate day, PersonFacts person) {
    return pack.dailyRest(day, person);
  }

  @Override
  public Duration weeklyRest(LocalDate day, PersonFacts person) {
    return pack.weeklyRest(day, person);
  }

  /** The hour less is German law. */
  @Override
  public Set<String> shortRestDuties(LocalDate day) {
    return Set.of();
  }

  @Override
  public HoursOfDay lateHours(LocalDate day) {
    return standard.lateHours(day);
  }

  @Override
  public LocalTime eveAfternoon(LocalDate day) {
    return standard.eveAfternoon(day);
  }

  @Override
  public HoursOfDay night(LocalDate day) {
    return standard.night(day);
  }

  @Override
  public Duration nightWork(LocalDate day) {
    return standard.nightWork(day);
  }

  @Override
  public HoursOfDay noticeHours(LocalDate day) {
    return standard.noticeHours(day);
  }

  @Override
  public Duration closeArrival(LocalDate day) {
    return standard.closeArrival(day);
  }

  @Override
  public Duration emergencyAnswer(LocalDate day) {
    return standard.emergencyAnswer(day);
  }

  @Override
  public int frequentCalls(LocalDate day) {
    return standard.frequentCalls(day);
  }

  @Override
  public EmergencyReviews emergencyReviews(LocalDate day) {
    return standard.emergencyReviews(day);
  }

  @Override
  public Duration meetingBreak(LocalDate day) {
    return standard.meetingBreak(day);
  }

  @Override
  public int freeSundays(LocalDate day) {
    return standard.freeSundays(day);
  }

  @Override
  public LocalTime eveningUntil(LocalDate day) {
    return standard.eveningUntil(day);
  }
}
