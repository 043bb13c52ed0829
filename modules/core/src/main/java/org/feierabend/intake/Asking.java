package org.feierabend.intake;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.Slot;
import org.feierabend.contact.Urgency;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts;

/**
 * The one way a contact is put to the rules, counted or not: its duty matched with the recipient's
 * roster, in an emergency with the question who else of the unit could answer, and never routed to
 * a deputy who is absent too.
 */
public final class Asking {
  private static final Set<ContactKind> SLOT_KINDS =
      EnumSet.of(ContactKind.MEETING, ContactKind.SHIFT, ContactKind.RECALL);

  private final Employer employer;
  private final Reachability reachability;
  private final LiveFacts live;
  private final UnitsOnCall onCall;
  private final Deputies deputies;

  public Asking(Employer employer, Directory directory, Reachability reachability, LiveFacts live) {
    this.employer = employer;
    this.reachability = reachability;
    this.live = live;
    onCall = new UnitsOnCall(employer, directory);
    deputies = new Deputies(employer, directory);
  }

  /**
   * @param duty code of the duty the contact belongs to
   */
  public Decision decide(Person person, ContactClass contact, Optional<String> duty, Instant at) {
    return decide(person, contact, duty, at, Optional.empty());
  }

  /**
   * @param slot where a meeting, a shift or a recall is to lie
   */
  public Decision decide(
      Person person, ContactClass contact, Optional<String> duty, Instant at, Optional<Slot> slot) {
    ContactClass asked = duty.isEmpty() ? contact : matched(person, contact, duty.get(), at);
    boolean others = asked.urgency() == Urgency.EMERGENCY && onCall.anyOf(person.unit(), at);
    return decide(person, asked, at, slot, others);
  }

  /** The same when nobody on call took it, or none is to be asked again. */
  Decision withoutOnCall(Person person, ContactClass contact, Instant at) {
    return decide(person, contact, at, Optional.empty(), false);
  }

  private Decision decide(
      Person person, ContactClass asked, Instant at, Optional<Slot> slot, boolean others) {
    PersonFacts facts = live.facts(employer, person, at);
    Decision decision = reach(facts, asked, at, slot, others);
    if (!(decision instanceof Decision.Route route) || route.to() != Decision.Route.To.DEPUTY)
      return decision;
    return deputies.somebodyStandsIn(person, at)
        ? decision
        : reach(Deputies.withoutDeputy(facts), asked, at, slot, others);
  }

  private Decision reach(
      PersonFacts facts, ContactClass asked, Instant at, Optional<Slot> slot, boolean others) {
    Decision notice = reachability.decide(facts, asked, at, others);
    return slot.filter(s -> SLOT_KINDS.contains(asked.kind()))
        .map(s -> reachability.slots().decide(facts, asked, at, notice, s))
        .orElse(notice);
  }

  private static ContactClass matched(Person person, ContactClass c, String duty, Instant at) {
    boolean matches =
        person.facts().onCall().stream()
            .anyMatch(o -> o.duty().equals(duty) && Moments.within(o.span(), at));
    return new ContactClass(
        c.kind(), c.urgency(), c.channel(), c.sender(), matches || c.dutyMatches(), c.reason());
  }
}
