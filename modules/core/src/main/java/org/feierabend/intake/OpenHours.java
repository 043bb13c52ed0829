package org.feierabend.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Sender;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.people.Employer;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.Stretch;

/**
 * When an employer can be reached, as its policy says for everybody and nobody in particular: the
 * hours of a full-timer who set nothing. No person's facts are looked at.
 */
public final class OpenHours {
  private static final Duration HORIZON = Duration.ofDays(35);
  private static final ContactClass MESSAGE = ContactClass.message(Channel.MAIL, Sender.COLLEAGUE);

  private final Reachability reachability;
  private final PersonFacts nobody;

  public OpenHours(Employer employer, Reachability reachability) {
    this.reachability = reachability;
    nobody = PersonFacts.ordinary(employer.zone(), employer.municipality());
  }

  /** The spans within {@code [from, to)} in which a message is read, in order. */
  public List<PersonFacts.Span> between(Instant from, Instant to) {
    List<PersonFacts.Span> open = new ArrayList<>();
    for (Stretch s : reachability.stretches(nobody, from, to)) {
      Instant start = s.start().isBefore(from) ? from : s.start();
      Instant end = s.end().isAfter(to) ? to : s.end();
      if (!start.isBefore(end)
          || !(reachability.decide(nobody, MESSAGE, start) instanceof Decision.Deliver)) continue;
      int last = open.size() - 1;
      if (last >= 0 && open.get(last).to().equals(start))
        open.set(last, new PersonFacts.Span(open.get(last).from(), end));
      else open.add(new PersonFacts.Span(start, end));
    }
    return open;
  }

  /** From when on a message of {@code at} is read; empty when nothing opens for five weeks. */
  public Optional<Instant> readFrom(Instant at) {
    return between(at, at.plus(HORIZON)).stream().map(PersonFacts.Span::from).findFirst();
  }
}
