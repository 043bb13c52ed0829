package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.policy.FigureRequest;
import org.feierabend.policy.FigureRequest.About;
import org.feierabend.policy.Minimisation;
import org.feierabend.policy.PurposeLock;
import org.feierabend.report.Figures;
import org.feierabend.report.Indicator;
import org.feierabend.report.Releases;
import org.feierabend.report.Statement;

/** A unit's figures: averages of releases, always with their interval, or why there are none. */
@Path("figures")
@ApplicationScoped
@RolesAllowed({"manager", "council", "hr"})
@Produces("application/json")
public class FiguresResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Releases releases;
  @Inject PurposeLock purpose;

  @GET
  public View of(
      @QueryParam("person") String person,
      @QueryParam("unit") String unit,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    if (person != null) throw refused(caller.roles());
    if (unit == null)
      throw Trouble.field(
          "?unit", "Bitte eine Einheit nennen: ?unit=u-3.", "Please name a unit: ?unit=u-3.");
    Employer employer = new EmployerScope(caller, directory).own();
    Unit asked =
        directory.units(employer).stream()
            .filter(u -> u.id().value().equals(unit))
            .findFirst()
            .orElseThrow(
                () -> Trouble.of(404, "Diese Einheit gibt es nicht.", "There is no such unit."));
    WeekSpan span = WeekSpan.of(from, to);
    Figures figures = Figures.of(releases.ledger(employer.id()));
    UnitId id = asked.id();
    return FiguresView.of(
        asked,
        figures.indicators().stream()
            .map(i -> FigureView.of(i, figures.unit(id, i, span.from(), span.to())))
            .toList());
  }

  /** All units by quarter, for one indicator. */
  @GET
  @Path("quarters")
  public View quarters(@QueryParam("indicator") String key) {
    Indicator indicator =
        Indicator.byKey(key == null ? Indicator.CONTACTS_OUTSIDE.key() : key)
            .orElseThrow(
                () ->
                    Trouble.field(
                        "?indicator",
                        "Diesen Indikator gibt es nicht: %s.".formatted(key),
                        "There is no such indicator: %s.".formatted(key)));
    Employer employer = new EmployerScope(caller, directory).own();
    return QuartersView.of(
        indicator, directory.units(employer), Figures.of(releases.ledger(employer.id())));
  }

  /** What a member of the council can read to a staff assembly. */
  @GET
  @Path("statement")
  public View statement() {
    Employer employer = new EmployerScope(caller, directory).own();
    return new Lines(Statement.of(Figures.of(releases.ledger(employer.id()))));
  }

  record Lines(List<Sentence> lines) implements View {}

  /** There are no figures about a person; which rule says so is told, whoever asks. */
  private Trouble refused(Set<Role> roles) {
    Minimisation.Verdict verdict =
        purpose.judge(new FigureRequest(About.PERSON, roles.iterator().next()));
    return Trouble.of(403, verdict.reason().sentence().de(), verdict.reason().sentence().en());
  }
}
