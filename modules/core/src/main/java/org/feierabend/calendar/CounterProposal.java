package org.feierabend.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.feierabend.contact.ContactClass;
import org.feierabend.decision.CommonSlot;
import org.feierabend.decision.Reachability;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts;

/**
 * When an invitation could lie instead: the next slot of its length in the core time of all the
 * invited that the house knows.
 *
 * @param start empty: none within four weeks
 */
public record CounterProposal(Invitation invitation, Optional<Instant> start) {
  private static final ContactClass MEETING = ContactClass.invitation();

  public CounterProposal {
    Objects.requireNonNull(invitation, "invitation");
    Objects.requireNonNull(start, "start");
  }

  /**
   * Those of the invitations of others that do not lie where the person's meetings should, in the
   * order of their time.
   *
   * @param directory whose mail address it is; nobody's outside the house
   */
  public static List<CounterProposal> of(
      Person person,
      List<Invitation> invitations,
      Function<String, Optional<Person>> directory,
      Reachability reachability) {
    List<CounterProposal> found = new ArrayList<>();
    CommonSlot common = new CommonSlot(reachability);
    for (Invitation one : invitations) {
      boolean own = person.addresses().mail().contains(one.organiser());
      if (own || reachability.slots().allow(person.facts(), MEETING, one.slot())) continue;
      List<PersonFacts> invited =
          Stream.concat(
                  Stream.of(person),
                  Stream.concat(Stream.of(one.organiser()), one.invited().stream())
                      .flatMap(address -> directory.apply(address).stream()))
              .map(Person::facts)
              .distinct()
              .toList();
      found.add(new CounterProposal(one, common.propose(invited, MEETING, one.slot())));
    }
    found.sort(java.util.Comparator.comparing(p -> p.invitation().slot().start()));
    return List.copyOf(found);
  }
}
