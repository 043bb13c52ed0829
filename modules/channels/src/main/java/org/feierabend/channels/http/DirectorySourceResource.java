package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Supplier;
import org.feierabend.audit.Who;
import org.feierabend.directory.Account;
import org.feierabend.directory.Import;
import org.feierabend.directory.Sources;
import org.feierabend.directory.Sync;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.policy.Policies;
import org.feierabend.timeline.IsoWeek;

/** The directory server the directory follows: what its last round did, and a round at once. */
@Path("directory/source")
@ApplicationScoped
@RolesAllowed({"hr", "operator"})
@Produces("application/json")
public class DirectorySourceResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Sources sources;
  @Inject Policies policies;
  @Inject EmployerTime time;

  /**
   * @param at of the last round; null when there was none since the start
   */
  record Last(Instant at, AccountView account) implements View {}

  @GET
  public Response last(@QueryParam("employer") String named) {
    Employer employer = new EmployerScope(caller, directory).named(named);
    return answer(
        200,
        sync(employer)
            .last()
            .map(r -> new Last(r.at(), view(employer, r.account(), true)))
            .orElseGet(() -> new Last(null, null)));
  }

  @POST
  public Response round(
      @QueryParam("dry-run") @DefaultValue("false") boolean dryRun,
      @QueryParam("employer") String named) {
    Employer employer = new EmployerScope(caller, directory).named(named);
    Sync sync = sync(employer);
    Account account =
        asked(
            () -> dryRun ? sync.preview(employer) : sync.now(employer, who(), time.now(employer)));
    boolean fits = account.complaints().isEmpty();
    return answer(fits || dryRun ? 200 : 422, view(employer, account, !dryRun));
  }

  private AccountView view(Employer employer, Account account, boolean meant) {
    IsoWeek week = IsoWeek.at(time.now(employer), employer.zone());
    return AccountView.of(
        account,
        meant && account.complaints().isEmpty(),
        Import.quarterAfter(week.quarter()),
        policies.policy(employer.policy()).k());
  }

  private Who who() {
    return Who.of(caller.is(Role.HR) ? Role.HR : Role.OPERATOR);
  }

  private Sync sync(Employer employer) {
    return sources
        .sync()
        .filter(s -> s.follows(employer))
        .orElseThrow(
            () ->
                Trouble.of(
                    404,
                    "Für diesen Arbeitgeber ist kein Verzeichnisdienst eingerichtet (feierabend.ldap.*).",
                    "No directory server is configured for this employer (feierabend.ldap.*)."));
  }

  private static Account asked(Supplier<Account> round) {
    try {
      return round.get();
    } catch (UncheckedIOException away) {
      throw Trouble.of(
          502,
          "Der Verzeichnisdienst antwortet nicht; nichts wurde geändert.",
          "The directory server does not answer; nothing was changed.");
    }
  }

  private static Response answer(int status, View view) {
    return Response.status(status)
        .entity(view)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }
}
