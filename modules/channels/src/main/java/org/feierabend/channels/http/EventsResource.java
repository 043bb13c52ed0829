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
import org.feierabend.channels.events.Door;
import org.feierabend.channels.events.EventReader;
import org.feierabend.channels.events.Reading;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Intake;
import org.feierabend.intake.Outcome;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;

/** Events come in. An answer of 202 is a promise: the effects are committed. */
@Path("events")
@ApplicationScoped
@RolesAllowed("source")
@Produces("application/json")
public class EventsResource {
  static final String STRUCTURED = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Intake intake;
  @Inject EmployerTime time;
  @Inject EventReader reader;

  @POST
  @Consumes("application/json")
  public Response binary(@Context HttpHeaders headers, InputStream body) throws IOException {
    Employer employer = employer();
    byte[] data = Body.read(body, EventReader.MAX_BYTES);
    return single(
        employer, headers, reader.binary(Door.HTTP, CeHeaders.of(headers), data, employer.zone()));
  }

  @POST
  @Consumes(STRUCTURED)
  public Response structured(@Context HttpHeaders headers, InputStream body) throws IOException {
    Employer employer = employer();
    byte[] event = Body.read(body, EventReader.MAX_BYTES);
    return single(employer, headers, reader.structured(Door.HTTP, event, employer.zone()));
  }

  @POST
  @Consumes(BATCH)
  public Response batch(@Context HttpHeaders headers, InputStream body) throws IOException {
    Employer employer = employer();
    byte[] events = Body.read(body, EventReader.MAX_BYTES);
    List<Reading> readings = reader.batch(events, employer.zone());
    if (readings.isEmpty())
      throw Trouble.of(400, "Der Stapel enthält kein Ereignis.", "The batch holds no event.");
    BatchAnswer answer =
        BatchAnswer.of(readings, accept(employer, readings), Languages.of(headers));
    boolean some = answer.rejected() < readings.size();
    return Response.status(some ? 202 : 400).entity(answer).build();
  }

  private Response single(Employer employer, HttpHeaders headers, Reading reading) {
    if (reading instanceof Reading.Rejected rejected)
      throw EventAnswer.trouble(rejected.rejection());
    Outcome outcome = accept(employer, List.of(reading)).get(0);
    if (outcome instanceof Outcome.TooFarAhead ahead) throw EventAnswer.tooFarAhead(ahead);
    return Response.status(202).entity(EventAnswer.of(outcome, Languages.of(headers))).build();
  }

  /** One outcome per understood event, in order. */
  private List<Outcome> accept(Employer employer, List<Reading> readings) {
    List<Incoming.Event> events = new ArrayList<>(readings.size());
    for (Reading reading : readings)
      if (reading instanceof Reading.Understood understood)
        events.add((Incoming.Event) understood.incoming());
    return events.isEmpty() ? List.of() : intake.accept(employer, events, time.now(employer));
  }

  private Employer employer() {
    return new EmployerScope(caller, directory).own();
  }
}
