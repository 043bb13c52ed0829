package org.feierabend.channels.http;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.feierabend.decision.Reachabilities;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangements;
import org.feierabend.telework.Crossings;
import org.feierabend.telework.Reminders;
import org.feierabend.telework.Residents;
import org.feierabend.telework.TeleworkDays;
import org.feierabend.telework.TeleworkDesk;

/** What a person sees of their own telework. */
@Dependent
public class MyTelework {
  @Inject TeleworkDesk desk;
  @Inject Arrangements arrangements;
  @Inject Crossings crossings;
  @Inject TeleworkDays days;
  @Inject Residents residents;
  @Inject Reminders reminders;
  @Inject Reachabilities reachabilities;
  @Inject EmployerTime time;
  @Inject Directory directory;

  TeleworkViews.Mine of(Employer employer, Person me) {
    LocalDate today = today(employer);
    TeleworkDesk.Plan plan = desk.plan(employer, me, today);
    List<TeleworkViews.Agreement> waiting =
        arrangements.of(employer, me.no()).stream()
            .filter(a -> a.state() == Arrangement.State.PROPOSED)
            .map(a -> view(a, me, plan, employer, today))
            .toList();
    return new TeleworkViews.Mine(
        today,
        plan.holding().from().map(a -> view(a, me, plan, employer, today)).orElse(null),
        TeleworkViews.Terms.of(plan.holding().terms()),
        TeleworkViews.Meter.of(plan.quota(), plan.quarter()),
        plan.holding().residence(),
        residents.of(employer, me.no()).version(),
        reminders.of(employer, me, today).stream()
            .map(r -> ReminderView.of(r, no -> me.id().value(), UnitNames.of(directory, employer)))
            .toList(),
        crossings
            .of(employer, me, today)
            .map(c -> AbroadView.of(null, c, plan.law(), edition(employer)))
            .orElse(null),
        plan.days().stream()
            .map(
                p ->
                    TeleworkViews.Day.of(
                        p, TeleworkDesk.absent(me, p.day().date(), employer.zone())))
            .toList(),
        waiting,
        desk.usualDay(me, plan.holding().terms(), plan.law()),
        today.plus(plan.law().notice()),
        days.shown(employer).contains(me.no()));
  }

  LocalDate today(Employer employer) {
    return time.now(employer).atZone(employer.zone()).toLocalDate();
  }

  String edition(Employer employer) {
    return reachabilities.under(employer.policy()).edition();
  }

  /** One that holds or waits. */
  private static TeleworkViews.Agreement view(
      Arrangement a, Person me, TeleworkDesk.Plan plan, Employer employer, LocalDate today) {
    boolean own = a.whom() instanceof Arrangement.One;
    return TeleworkViews.Agreement.of(
        a, true, own ? Optional.of(me.id()) : Optional.empty(), plan.law(), today, employer.zone());
  }
}
