package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import org.feierabend.contact.Channel;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.policy.Policies;
import org.feierabend.policy.Policy.Away;

/**
 * What the signed policy says a server does while the engine does not answer; told while it does,
 * for a server to remember.
 */
@Path("away")
@ApplicationScoped
@RolesAllowed("enforcer")
@Produces("application/json")
public class AwayResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Policies policies;

  /**
   * @param mail deliver or delay, and so are the others
   */
  record Word(String mail, String chat, String call, String calendar) implements View {}

  @GET
  public Response away() {
    Employer employer = new EmployerScope(caller, directory).own();
    Map<Channel, Away> away = policies.policy(employer.policy()).away();
    return Response.ok(
            new Word(
                word(away, Channel.MAIL),
                word(away, Channel.CHAT),
                word(away, Channel.CALL),
                word(away, Channel.CALENDAR)))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  /** A policy that says nothing of a channel loses nothing of it. */
  private static String word(Map<Channel, Away> away, Channel channel) {
    return away.getOrDefault(channel, Away.DELIVER).name().toLowerCase(Locale.ROOT);
  }
}
