package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.feierabend.channels.people.PeopleCsv;
import org.feierabend.directory.Account;
import org.feierabend.directory.Import;
import org.feierabend.directory.Reading;
import org.feierabend.directory.Reorganisations.Plan;
import org.feierabend.directory.Reorganising;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.policy.Policies;
import org.feierabend.timeline.IsoWeek;

/** Units moved, merged and split from a quarter on. */
@Path("directory/reorganisations")
@ApplicationScoped
@RolesAllowed("hr")
@Produces("application/json")
public class ReorganisationsResource {
  private static final int LARGEST = 16 * 1024 * 1024;

  private static final Pattern QUARTER = Pattern.compile("\\d{4}-Q[1-4]");

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Reorganising reorganising;
  @Inject Policies policies;
  @Inject EmployerTime time;

  /**
   * @param moves how many people are moved by name
   * @param state {@code proposed}, {@code confirmed}, {@code carried-out}, {@code refused} or
   *     {@code lapsed}
   */
  record Row(
      String quarter,
      String state,
      int units,
      int moves,
      Instant proposed,
      Instant confirmed,
      Instant applied,
      Instant refused) {
    static Row of(Plan p, String running) {
      return new Row(
          p.quarter(),
          p.state(running).name().toLowerCase(Locale.ROOT).replace('_', '-'),
          p.units().size(),
          p.moves().size(),
          p.proposed(),
          p.confirmed().orElse(null),
          p.applied().orElse(null),
          p.refused().orElse(null));
    }
  }

  /**
   * @param running the quarter whose blocks are frozen now
   * @param next the first a reorganisation can be proposed for
   */
  record Listing(String running, String next, List<Row> reorganisations) implements View {}

  /**
   * @param account what it would do to the directory as it stands now, or why it does not fit;
   *     absent once it was carried out
   */
  record One(Row reorganisation, AccountView account) implements View {}

  @GET
  @RolesAllowed({"hr", "council"})
  public View list() {
    Employer employer = employer();
    String running = running(employer);
    return new Listing(
        running,
        Import.quarterAfter(running),
        reorganising.all(employer).stream().map(p -> Row.of(p, running)).toList());
  }

  /** Looked at anew: who or what it names may have changed since it was proposed. */
  @GET
  @Path("{quarter}")
  public Response one(@PathParam("quarter") String quarter) {
    Employer employer = employer();
    Plan plan = reorganising.find(employer, quarter).orElseThrow(() -> none(quarter));
    AccountView account =
        plan.applied().isPresent()
            ? null
            : AccountView.of(reorganising.preview(employer, plan), false, quarter, k(employer));
    return Response.ok(new One(Row.of(plan, running(employer)), account))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  @POST
  public Response propose(
      @QueryParam("quarter") @DefaultValue("") String quarter,
      @QueryParam("dry-run") @DefaultValue("false") boolean dryRun,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      InputStream body)
      throws IOException {
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("text/csv"))
      throw Trouble.of(415, "Eine Neuordnung kommt als text/csv.", "It comes as text/csv.");
    Employer employer = employer();
    Instant now = time.now(employer);
    String running = running(employer);
    if (!QUARTER.matcher(quarter).matches() || quarter.compareTo(running) <= 0)
      throw Trouble.field(
          "?quarter",
          "Ein Quartal nach dem laufenden (%s), etwa %s; hier steht „%s“."
              .formatted(running, Import.quarterAfter(running), quarter),
          "A quarter after the running one (%s), such as %s; here stands '%s'."
              .formatted(running, Import.quarterAfter(running), quarter));
    Reading reading = PeopleCsv.read(Body.read(body, LARGEST), false);
    Account account =
        dryRun ? reorganising.preview(employer, reading) : propose(employer, quarter, reading, now);
    return Response.status(dryRun || account.complaints().isEmpty() ? 200 : 422)
        .entity(AccountView.of(account, false, quarter, k(employer)))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  private Account propose(Employer employer, String quarter, Reading reading, Instant now) {
    try {
      return reorganising.propose(employer, quarter, reading, now);
    } catch (IllegalStateException confirmed) {
      throw Trouble.of(
          409,
          "Die Neuordnung für %s ist schon bestätigt; sie erst zurücknehmen.".formatted(quarter),
          "The reorganisation of %s is confirmed already; withdraw it first.".formatted(quarter));
    }
  }

  @POST
  @Path("{quarter}/confirmation")
  @Idempotent
  public Response confirm(@PathParam("quarter") String quarter) {
    Employer employer = employer();
    if (!QUARTER.matcher(quarter).matches()) throw none(quarter);
    if (quarter.compareTo(running(employer)) <= 0)
      throw Trouble.of(
          409,
          "Das Quartal %s hat schon begonnen; für ein späteres neu vorschlagen.".formatted(quarter),
          "The quarter %s has begun already; propose it anew for a later one.".formatted(quarter));
    if (!reorganising.confirm(employer, quarter, time.now(employer))) throw none(quarter);
    return Response.noContent().build();
  }

  @DELETE
  @Path("{quarter}")
  public Response withdraw(@PathParam("quarter") String quarter) {
    Employer employer = employer();
    if (!QUARTER.matcher(quarter).matches()
        || !reorganising.withdraw(employer, quarter, time.now(employer))) throw none(quarter);
    return Response.noContent().build();
  }

  private static Trouble none(String quarter) {
    return Trouble.of(
        404,
        "Für „%s“ wartet keine Neuordnung.".formatted(quarter),
        "No reorganisation waits for '%s'.".formatted(quarter));
  }

  private String running(Employer employer) {
    return IsoWeek.at(time.now(employer), employer.zone()).quarter();
  }

  private int k(Employer employer) {
    return policies.policy(employer.policy()).k();
  }

  private Employer employer() {
    return new EmployerScope(caller, directory).own();
  }
}
