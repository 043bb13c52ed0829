package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.policy.Policies;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/** When I am available: mine to set, and in force at once. */
@Path("me/windows")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MyWindowsResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Policies policies;

  @GET
  public Response get() {
    return own().shown();
  }

  @PUT
  @Consumes("application/json")
  public Response put(@Context HttpHeaders headers, InputStream body) throws IOException {
    Fields document = new Fields(Body.object(body, Body.SMALL), "");
    return own()
        .replaced(headers, (employer, person) -> WindowsReader.changed(person.facts(), document));
  }

  private OwnFacts own() {
    return new OwnFacts(caller, directory, this::view);
  }

  private WindowsView view(Employer employer, Person person) {
    List<WeeklyWindow> windows =
        person.facts().windows().orElseGet(() -> standard(employer, person.facts()));
    return new WindowsView(
        person.facts().zone(), WindowsView.windows(windows), person.facts().windows().isEmpty());
  }

  /** As the timeline reads them: a person with shifts and no windows has no default window. */
  private List<WeeklyWindow> standard(Employer employer, PersonFacts facts) {
    return facts.shifts().isEmpty() ? policies.policy(employer.policy()).windows() : List.of();
  }
}
