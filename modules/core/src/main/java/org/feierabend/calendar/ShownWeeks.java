package org.feierabend.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.feierabend.decision.Reachabilities;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.policy.Policies;
import org.feierabend.timeline.PersonFacts.Span;

/** The free times of the coming eight weeks, from today's midnight where the person lives. */
public final class ShownWeeks {
  private static final int WEEKS = 8;

  private final Reachabilities reachabilities;
  private final Policies policies;

  public ShownWeeks(Reachabilities reachabilities, Policies policies) {
    this.reachabilities = Objects.requireNonNull(reachabilities, "reachabilities");
    this.policies = Objects.requireNonNull(policies, "policies");
  }

  public ShownTimes of(Employer employer, Person person, Instant now) {
    ZoneId zone = person.zone(employer);
    LocalDate today = LocalDate.ofInstant(now, zone);
    return ShownTimes.of(
        person.facts(),
        reachabilities.under(employer.policy()),
        policies.policy(employer.policy()).frame(),
        new Span(
            today.atStartOfDay(zone).toInstant(),
            today.plusWeeks(WEEKS).atStartOfDay(zone).toInstant()));
  }
}
