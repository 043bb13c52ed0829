package org.feierabend.server.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.feierabend.server.Settings;

/** Log-in and log-out of people. */
@Path("session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
  @Inject LogIns logIns;
  @Inject BrowserSessions sessions;
  @Inject SessionView view;
  @Inject Settings settings;
  @Context HttpServletRequest request;

  /** What a log-in form sends. */
  public record LogIn(String user, String password) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response logIn(LogIn form) {
    return form == null ? refuse(Refusal.WRONG) : logIn(form.user(), form.password());
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response logIn(@FormParam("user") String user, @FormParam("password") String password) {
    if (user == null || password == null) return refuse(Refusal.WRONG);
    LogIns.Outcome outcome = logIns.attempt(user, password, request.getRemoteAddr());
    if (outcome instanceof LogIns.Outcome.Welcome welcome) {
      Mechanism.cookie(request).ifPresent(sessions::close);
      String id = sessions.open(welcome.account());
      return Response.ok(view.of(LoggedIn.session(welcome.account(), id)))
          .header("Set-Cookie", sessions.cookie(id))
          .build();
    }
    if (outcome instanceof LogIns.Outcome.Wait wait)
      return Response.fromResponse(refuse(Refusal.OFTEN))
          .header("Retry-After", wait.time().toSeconds() + 1)
          .build();
    return refuse(Refusal.WRONG);
  }

  @GET
  public Response current() {
    LoggedIn who = (LoggedIn) request.getAttribute(LoggedIn.ATTRIBUTE);
    if (who != null) return Response.ok(view.of(who)).build();
    return refuse(
        request.getAttribute(Mechanism.UNKNOWABLE) == null ? Refusal.NOBODY : Refusal.AWAY);
  }

  @DELETE
  public Response logOut() {
    Mechanism.cookie(request).ifPresent(sessions::close);
    return Response.noContent().header("Set-Cookie", sessions.cookie("")).build();
  }

  private Response refuse(Refusal refusal) {
    return Response.status(refusal.status)
        .type(Refusal.TYPE)
        .entity(
            Json.createObjectBuilder(refusal.json(Refusal.language(request)))
                .add("demo", settings.demo()) // the log-in page says so
                .build()
                .toString())
        .build();
  }
}
