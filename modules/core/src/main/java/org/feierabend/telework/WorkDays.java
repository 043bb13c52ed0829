package org.feierabend.telework;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.feierabend.decision.Sentence;
import org.feierabend.decision.Unfit;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.Holidays;
import org.feierabend.timeline.Holidays.Answer;
import org.feierabend.timeline.PersonFacts.Roster;

/**
 * Days on which nobody works unless they are rostered that day or have a duty that allows it: no
 * telework need be planned for a Sunday or holiday, and none uses up quota. A day one's own pattern
 * leaves free is no such day: it may be swapped for another.
 */
public final class WorkDays {
  private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.uuuu");
  private final Function<Employer, Holidays> calendar;

  /**
   * @param calendar holidays as the employer's policy has them
   */
  public WorkDays(Function<Employer, Holidays> calendar) {
    this.calendar = Objects.requireNonNull(calendar, "calendar");
  }

  /** Refuses a day off, with its reason. */
  void require(Employer employer, Person person, LocalDate date) {
    off(employer, person, date)
        .ifPresent(
            why -> {
              throw new Unfit(
                  "Am %s ist %s; dafür muss keine Telearbeit geplant werden."
                      .formatted(GERMAN.format(date), why.de()),
                  "%s is %s; no telework need be planned for it.".formatted(date, why.en()));
            });
  }

  /** What makes it a day off; a holiday in doubt is none. */
  Optional<Sentence> off(Employer employer, Person person, LocalDate date) {
    Roster roster = person.facts().roster();
    if (rostered(roster, date, employer.zone())) return Optional.empty();
    if (!roster.duties().isEmpty()) return Optional.empty();
    if (date.getDayOfWeek() == DayOfWeek.SUNDAY)
      return Optional.of(new Sentence("Sonntag", "a Sunday"));
    String municipality = person.facts().municipality();
    return calendar.apply(employer).on(date, municipality) == Answer.HOLIDAY
        ? Optional.of(
            new Sentence("in Ihrer Gemeinde Feiertag", "a public holiday in your municipality"))
        : Optional.empty();
  }

  private static boolean rostered(Roster roster, LocalDate date, ZoneId zone) {
    Instant from = date.atStartOfDay(zone).toInstant();
    Instant to = date.plusDays(1).atStartOfDay(zone).toInstant();
    return roster.shifts().stream().anyMatch(s -> s.from().isBefore(to) && from.isBefore(s.to()));
  }
}
