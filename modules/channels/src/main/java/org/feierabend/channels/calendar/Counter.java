package org.feierabend.channels.calendar;

import java.net.URI;
import java.time.Instant;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import org.feierabend.calendar.Invitation;
import org.feierabend.timeline.PersonFacts.Span;

/**
 * An iTIP COUNTER (RFC 5546, section 3.2.7): the same meeting at another time, proposed by one of
 * the invited. It is made of times and addresses; in place of the title it must have stands a fixed
 * word, and the organiser's program shows its own.
 */
public final class Counter {
  /** Said in place of a title. */
  static final String SUBJECT = "Anderer Termin / Another time";

  private Counter() {}

  /**
   * @param from mail address of whoever proposes
   */
  public static Calendar of(Invitation invitation, String from, Instant start, Instant now) {
    VEvent event = new VEvent(false);
    FreeTimes.head(
        event, invitation.uid(), new Span(start, start.plus(invitation.slot().length())), now);
    invitation.recurrence().ifPresent(r -> event.add(new RecurrenceId<>(r)));
    event.add(new Sequence(invitation.sequence()));
    event.add(new Organizer(URI.create("mailto:" + invitation.organiser())));
    Attendee proposing = new Attendee(URI.create("mailto:" + from));
    proposing.add(PartStat.TENTATIVE);
    event.add(proposing);
    event.add(new Summary(SUBJECT));
    Calendar calendar = FreeTimes.calendar();
    calendar.add(ImmutableMethod.COUNTER);
    return calendar.add(event);
  }
}
