package org.feierabend.calendar;

import java.util.List;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts.Span;

/** The calendar server beside us, as far as a person has to do with it themselves. */
public interface CalendarServer {
  /** What a look into somebody's calendar brought. */
  sealed interface Looked {
    record Told(List<Invitation> invitations) implements Looked {
      public Told {
        invitations = List.copyOf(invitations);
      }
    }

    /** There is none for this person, or our account may read busy times alone. */
    record Closed() implements Looked {}

    record Away() implements Looked {}
  }

  /** Whether the people of this employer have calendars there. */
  boolean serves(EmployerId employer);

  /** Whether free times can be kept there. */
  boolean keeps(EmployerId employer);

  /** Meetings of others in the person's calendar, read at this moment. */
  Looked invitations(Employer employer, Person person, Span span);
}
