package org.feierabend.channels.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangements;
import org.feierabend.telework.TeleworkDesk;

/** What a person sees of their own telework. */
final class MyTelework {
  private MyTelework() {}

  static TeleworkViews.Mine of(
      TeleworkDesk desk,
      Arrangements arrangements,
      boolean visible,
      Employer employer,
      Person me,
      LocalDate today) {
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
        TeleworkViews.Meter.of(plan.holding().terms().quota(), plan.quarter()),
        plan.ahead()
            .map(share -> TeleworkViews.Abroad.of(plan.holding().residence(), share, plan.law()))
            .orElse(null),
        plan.days().stream()
            .map(
                p ->
                    new TeleworkViews.Day(
                        p.day().date(),
                        p.day().minutes(),
                        p.place().isEmpty() ? null : p.place(),
                        p.standing().name(),
                        TeleworkDesk.absent(me, p.day().date(), employer.zone()) ? true : null))
            .toList(),
        waiting,
        desk.usualDay(plan.holding().terms(), plan.law()),
        today.plus(plan.law().notice()),
        visible);
  }

  private static TeleworkViews.Agreement view(
      Arrangement a, Person me, TeleworkDesk.Plan plan, Employer employer, LocalDate today) {
    boolean own = a.whom() instanceof Arrangement.One;
    return TeleworkViews.Agreement.of(
        a, own ? Optional.of(me.id()) : Optional.empty(), plan.law(), today, employer.zone());
  }
}
