package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.feierabend.channels.events.EventReader;
import org.feierabend.channels.events.Reading;
import org.feierabend.decision.Language;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.UnitId;
import org.feierabend.report.Canaries;

/**
 * The works council's own events, for the invented people of its canary blocks and for nobody else.
 * They go the way of all events.
 */
@Path("canaries/events")
@ApplicationScoped
@RolesAllowed("council")
@Produces("application/json")
public class CanaryEventsResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Intake intake;
  @Inject EmployerTime time;
  @Inject EventReader reader;

  @POST
  @Consumes(EventsResource.BATCH)
  public Response batch(@Context HttpHeaders headers, InputStream body) throws IOException {
    BatchAnswer answer = take(Body.read(body, EventReader.MAX_BYTES), Languages.of(headers));
    boolean some = answer.rejected() < answer.results().size();
    return Response.status(some ? 202 : 400).entity(answer).build();
  }

  /** All or none: one event for somebody real, and nothing is counted. */
  BatchAnswer take(byte[] batch, Language language) {
    Employer employer = new EmployerScope(caller, directory).own();
    List<Reading> readings = reader.batch(batch, employer.zone());
    if (readings.isEmpty())
      throw Trouble.of(400, "Der Stapel enthält kein Ereignis.", "The batch holds no event.");
    Set<UnitId> canaries = Canaries.units(directory.units(employer));
    List<Incoming.Event> events = new ArrayList<>();
    for (Reading reading : readings)
      if (reading instanceof Reading.Understood understood)
        events.add(canary(employer, canaries, (Incoming.Event) understood.incoming()));
    return BatchAnswer.of(
        readings,
        events.isEmpty() ? List.of() : intake.accept(employer, events, time.now(employer)),
        language);
  }

  private Incoming.Event canary(Employer employer, Set<UnitId> canaries, Incoming.Event event) {
    if (directory
        .person(employer, event.person())
        .filter(person -> canaries.contains(person.unit()))
        .isPresent()) return event;
    throw Trouble.of(
        403,
        "Ereignisse des Rats gelten nur den erfundenen Personen unter der Einheit „%s“."
            .formatted(Canaries.ROOT),
        "Events of the council are for the invented people below the unit \"%s\" only."
            .formatted(Canaries.ROOT));
  }
}
