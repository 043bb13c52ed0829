package org.feierabend.intake;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.decision.Decision;
import org.feierabend.decision.DecisionTable;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.Reason;
import org.feierabend.decision.Sentence;
import org.feierabend.decision.Slots;
import org.feierabend.timeline.Fact;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.Stretch;
import org.feierabend.timeline.StretchKind;

/**
 * Monday to Friday 07:00 to 19:00 UTC for everybody; emergencies go to the on-call where there is
 * one.
 */
final class OfficeHours implements Reachability {
  private static final ZoneId UTC = ZoneOffset.UTC;

  @Override
  public Decision decide(PersonFacts person, ContactClass contact, Instant at, boolean unitOnCall) {
    if (contact.sender() == Sender.SELF)
      return new Decision.Silence(at, because("own-device"), Set.of(), at, false);
    if (contact.urgency() == Urgency.EMERGENCY && unitOnCall)
      return new Decision.Route(
          Decision.Route.To.ON_CALL, because("emergency"), Set.of(), at, true);
    if (contact.urgency() == Urgency.EMERGENCY)
      return new Decision.Deliver(because("emergency"), Set.of(), at, true);
    if (contact.kind() == ContactKind.INCIDENT && contact.dutyMatches())
      return new Decision.Deliver(because("on-call"), Set.of(), at, true);
    if (kindAt(person, at).inWindow())
      return new Decision.Deliver(because("default"), Set.of(), at, true);
    return new Decision.Defer(nextOpening(at), because("outside-window"), Set.of(), at, true);
  }

  @Override
  public Slots slots() {
    return new Slots(this, new DecisionTable((kind, contact, around) -> List.of(), true), false);
  }

  private static Instant nextOpening(Instant at) {
    LocalDate day = LocalDate.ofInstant(at, UTC);
    while (true) {
      Instant open = day.atTime(7, 0).toInstant(ZoneOffset.UTC);
      if (isWorkday(day) && open.isAfter(at)) return open;
      day = day.plusDays(1);
    }
  }

  private static boolean isWorkday(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  private static List<Reason> because(String rule) {
    return List.of(
        new Reason(rule, new Sentence("Satz", "sentence"), "basis", Reason.RestsOn.AGREEMENT));
  }

  @Override
  public List<Stretch> stretches(PersonFacts person, Instant from, Instant to) {
    List<Stretch> found = new ArrayList<>();
    for (LocalDate day = LocalDate.ofInstant(from, UTC);
        day.atStartOfDay(UTC).toInstant().isBefore(to);
        day = day.plusDays(1)) {
      boolean works = isWorkday(day);
      boolean sunday = day.getDayOfWeek() == DayOfWeek.SUNDAY;
      add(found, day, 0, 7, false, sunday, person, from, to);
      add(found, day, 7, 19, works, sunday, person, from, to);
      add(found, day, 19, 24, false, sunday, person, from, to);
    }
    return found;
  }

  private static void add(
      List<Stretch> found,
      LocalDate day,
      int fromHour,
      int toHour,
      boolean window,
      boolean sunday,
      PersonFacts person,
      Instant from,
      Instant to) {
    Instant start = day.atStartOfDay(UTC).plusHours(fromHour).toInstant();
    Instant end = day.atStartOfDay(UTC).plusHours(toHour).toInstant();
    if (!end.isAfter(from) || !start.isBefore(to)) return;
    Instant middle = from.isAfter(start) ? from : start;
    boolean onCall = person.onCall().stream().anyMatch(o -> Moments.within(o.span(), middle));
    StretchKind kind = StretchKind.of();
    if (window) kind = kind.and(Fact.WINDOW);
    if (sunday) kind = kind.and(Fact.SUNDAY_OR_HOLIDAY);
    if (onCall) kind = kind.and(Fact.ON_CALL);
    found.add(new Stretch(start, end, kind));
  }

  @Override
  public boolean insideFrameAndCore(PersonFacts person, Instant start, Instant end) {
    return kindAt(person, start).inWindow() && kindAt(person, end).inWindow();
  }

  @Override
  public String edition() {
    return "test";
  }
}
