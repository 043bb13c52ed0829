package org.feierabend.channels.calendar;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.calendar.CalendarServer;
import org.feierabend.contact.EmployerId;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts.Span;

/** Looks into one calendar while its owner waits, and remembers nothing of it. */
public final class CalDavInvitations implements CalendarServer {
  private final Optional<CalDavSettings> settings;

  /**
   * @param settings empty: the door is off
   */
  public CalDavInvitations(Optional<CalDavSettings> settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  @Override
  public boolean serves(EmployerId employer) {
    return settings.filter(s -> s.employer().equals(employer)).isPresent();
  }

  @Override
  public boolean keeps(EmployerId employer) {
    return serves(employer) && settings.flatMap(CalDavSettings::inbox).isPresent();
  }

  @Override
  public Looked invitations(Employer employer, Person person, Span span) {
    Optional<String> path =
        settings.filter(s -> serves(employer.id())).flatMap(s -> s.pathOf(person));
    if (path.isEmpty()) return new Looked.Closed();
    CalDavClient client = new CalDavClient(new CalDavCalls(settings.orElseThrow()));
    try {
      if (client.version(path.get()).isEmpty()) return new Looked.Closed();
      return new Looked.Told(client.invitations(path.get(), employer.zone(), span));
    } catch (IOException away) {
      return new Looked.Away(); // the page says so, and so does the operator's
    }
  }
}
