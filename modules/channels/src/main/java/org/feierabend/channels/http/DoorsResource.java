package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Locale;
import java.util.Optional;
import org.feierabend.door.Door;
import org.feierabend.door.Doors;
import org.feierabend.people.Directory;
import org.feierabend.policy.Policies;

/** Which doors are open, as it is at this moment; for the operator alone, and no person in it. */
@Path("doors")
@ApplicationScoped
@RolesAllowed("operator")
@Produces("application/json")
public class DoorsResource {
  @Inject Doors doors;
  @Inject Directory directory;
  @Inject Policies policies;

  @GET
  public View all() {
    return new DoorsView(
        doors.all().parallelStream().map(door -> DoorsView.One.of(door, away(door))).toList());
  }

  /** The signed policy's word for it, where the other side does not simply repeat. */
  private Optional<String> away(Door door) {
    if (door.repeated()) return Optional.of("repeat");
    return door.employer()
        .flatMap(directory::employer)
        .map(employer -> policies.policy(employer.policy()))
        .flatMap(policy -> door.channel().map(policy.away()::get))
        .map(away -> away.name().toLowerCase(Locale.ROOT));
  }
}
