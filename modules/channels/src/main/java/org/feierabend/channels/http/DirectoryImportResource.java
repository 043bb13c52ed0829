package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Locale;
import org.feierabend.audit.Who;
import org.feierabend.channels.people.PeopleCsv;
import org.feierabend.decision.BadValue;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Account;
import org.feierabend.directory.Import;
import org.feierabend.directory.Reading;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.policy.Policies;
import org.feierabend.timeline.IsoWeek;

/** Units and people from a file: looked at first, then taken over whole or not at all. */
@Path("directory/import")
@ApplicationScoped
@RolesAllowed({"hr", "operator"})
@Produces("application/json")
public class DirectoryImportResource {
  private static final int LARGEST = 16 * 1024 * 1024;

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Import imports;
  @Inject Policies policies;
  @Inject EmployerTime time;
  @Inject Clock clock;

  /**
   * @param complete the file names everybody: who is missing leaves
   * @param mostLeaving per cent of the people who may leave because they are missing
   */
  @POST
  public Response take(
      @QueryParam("dry-run") @DefaultValue("false") boolean dryRun,
      @QueryParam("complete") @DefaultValue("false") boolean complete,
      @QueryParam("most-leaving") @DefaultValue("10") int mostLeaving,
      @QueryParam("employer") String named,
      @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
      InputStream body)
      throws IOException {
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("text/csv"))
      throw Trouble.of(
          415, "Personen und Einheiten kommen als text/csv.", "People and units come as text/csv.");
    if (mostLeaving < 0 || mostLeaving > 100)
      throw Trouble.field(
          "?most-leaving",
          "Ein Anteil liegt zwischen 0 und 100 Prozent, hier steht %d.".formatted(mostLeaving),
          "A share lies between 0 and 100 per cent, but got %d.".formatted(mostLeaving));
    Employer employer = new EmployerScope(caller, directory).named(named);
    Reading reading = PeopleCsv.read(Body.read(body, LARGEST), complete);
    Account account =
        dryRun
            ? imports.preview(employer, reading, mostLeaving)
            : apply(employer, reading, mostLeaving);
    boolean fits = account.complaints().isEmpty();
    IsoWeek week = IsoWeek.at(time.now(employer), employer.zone());
    return Response.status(fits || dryRun ? 200 : 422)
        .entity(
            AccountView.of(
                account,
                !dryRun && fits,
                Import.quarterAfter(week.quarter()),
                policies.policy(employer.policy()).k()))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  private Account apply(Employer employer, Reading reading, int mostLeaving) {
    try {
      Who who = Who.of(caller.is(Role.HR) ? Role.HR : Role.OPERATOR);
      return imports.apply(employer, reading, mostLeaving, who, clock.instant());
    } catch (IllegalArgumentException e) {
      Sentence why = BadValue.told(e);
      throw Trouble.of(
          409,
          "Das Verzeichnis nimmt das nicht an: " + why.de(),
          "The directory does not take this: " + why.en());
    }
  }
}
