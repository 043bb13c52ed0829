package org.feierabend.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.Reason;
import org.feierabend.people.Person;
import org.feierabend.report.Indicator;
import org.feierabend.timeline.StretchKind;

/** A contact: decided, held if it must wait, and counted where PRIVACY section 1 says so. */
final class ContactJudge {
  private static final Set<Sender> NEVER_COUNTED =
      EnumSet.of(Sender.SELF, Sender.COUNCIL, Sender.SYSTEM, Sender.CITIZEN);
  private static final Set<ContactKind> KINDS_NEVER_COUNTED =
      EnumSet.of(ContactKind.COUNCIL, ContactKind.SYSTEM, ContactKind.CITIZEN);

  private final Reachability reachability;
  private final Rests rests;
  private final Asking asking;

  ContactJudge(Reachability reachability, Rests rests, Asking asking) {
    this.reachability = reachability;
    this.rests = rests;
    this.asking = asking;
  }

  Consequence judge(OpenWeek week, Person person, Incoming.Contact contact) {
    Decision decision = asking.decide(person, contact.contactClass(), contact.duty(), contact.at());
    return new Consequence(
        "outcome:" + decision.outcome(),
        rules(decision),
        deferral(week, person, contact, decision),
        decision.counted() ? indicators(person, contact, decision) : Set.of(),
        Optional.of(
            WhyCard.of(
                decision, contact.contactClass().channel(), contact.at(), reachability.edition())),
        Optional.empty(),
        emergency(week, contact));
  }

  private static Optional<Emergency> emergency(OpenWeek week, Incoming.Contact contact) {
    return contact.contactClass().urgency() == Urgency.EMERGENCY
        ? Optional.of(Emergency.of(week.key(), contact.ref(), contact.contactClass(), contact.at()))
        : Optional.empty();
  }

  private Set<Indicator> indicators(Person person, Incoming.Contact contact, Decision decision) {
    Set<Indicator> found = EnumSet.noneOf(Indicator.class);
    if (countsOutside(person, contact)) found.add(Indicator.CONTACTS_OUTSIDE);
    if (decision instanceof Decision.Deliver && rests.resting(person, contact.at()))
      found.add(Indicator.REST_CUT);
    return found;
  }

  private boolean countsOutside(Person person, Incoming.Contact contact) {
    ContactClass asked = contact.contactClass();
    if (NEVER_COUNTED.contains(asked.sender()) || KINDS_NEVER_COUNTED.contains(asked.kind()))
      return false;
    StretchKind kind = reachability.kindAt(person.facts(), contact.at());
    boolean ownIncident = asked.kind() == ContactKind.INCIDENT && kind.onCall();
    return !kind.inWindow() && !ownIncident;
  }

  /** What waits for its time, and what comes when nobody on call answers. */
  private Optional<Deferral> deferral(
      OpenWeek week, Person person, Incoming.Contact contact, Decision decision) {
    if (decision instanceof Decision.Defer defer)
      return Optional.of(held(week, person, contact, defer.until(), false));
    return decision instanceof Decision.Route route
            && route.to() == Decision.Route.To.ON_CALL
            && contact.contactClass().urgency() == Urgency.EMERGENCY
        ? Optional.of(held(week, person, contact, rests.answerDue(contact.at()), true))
        : Optional.empty();
  }

  private static Deferral held(
      OpenWeek week, Person person, Incoming.Contact contact, Instant until, boolean answerable) {
    return new Deferral(
        week.key().deferralId(contact.ref(), contact.person()),
        person.no(),
        contact.ref(),
        contact.contactClass(),
        until,
        answerable);
  }

  /** A rule of several sentences has spoken once. */
  private static List<String> rules(Decision decision) {
    List<String> ids = new ArrayList<>(decision.reasons().size());
    for (Reason reason : decision.reasons())
      if (!ids.contains(reason.rule())) ids.add(reason.rule());
    return ids;
  }
}
