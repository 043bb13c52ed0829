package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.audit.AuditEntry;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.AuditLog;
import org.feierabend.audit.Detail;
import org.feierabend.audit.Who;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Role;
import org.feierabend.telework.OfferedTemplates;
import org.feierabend.telework.OfferedTemplates.Offered;
import org.feierabend.telework.TakenTemplates.Taken;
import org.feierabend.telework.TeleworkDesk;
import org.feierabend.telework.TeleworkLaw;
import org.feierabend.telework.TeleworkTemplates;
import org.feierabend.telework.TeleworkTemplates.Template;
import org.feierabend.telework.TermsInForce.Standard;
import org.feierabend.telework.WorkplaceChecklist.Item;

/**
 * Model terms to begin with, and what a workplace needs: of config/telework-templates.yaml, and
 * what HR took over from other cities.
 */
@Path("telework/templates")
@ApplicationScoped
@RolesAllowed({"hr", "council", "employee"})
@Produces("application/json")
public class TeleworkTemplatesResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject TeleworkDesk desk;
  @Inject TeleworkTemplates templates;
  @Inject OfferedTemplates offered;
  @Inject AuditLog audit;
  @Inject Clock clock;
  @Inject MyTelework telework;

  /**
   * @param kind individual or collective
   * @param terms from the first of next month
   * @param taken where a draft that HR took over comes from; null: the house's own
   */
  record One(
      String key,
      String kind,
      Sentence name,
      Sentence about,
      TeleworkViews.Terms terms,
      From taken) {
    static One of(Offered o, LocalDate from) {
      Template t = o.template();
      return new One(
          t.key(),
          t.kind().name().toLowerCase(Locale.ROOT),
          t.name(),
          t.about(),
          TeleworkViews.Terms.of(t.from(from)),
          o.origin()
              .map(origin -> new From(origin.id(), origin.city(), origin.made().toString()))
              .orElse(null));
    }
  }

  record From(UUID id, String city, String made) {}

  /**
   * @param part EQUIPMENT or RISK_ASSESSMENT
   */
  record Point(String key, String part, Sentence text, String basis) {
    static Point of(Item i) {
      return new Point(i.key(), i.part().name(), i.text(), i.basis());
    }
  }

  /**
   * What terms cannot go beyond, by law, rules and the policy in force; periods as in ISO 8601.
   *
   * @param notice between the word of a revocation and its first day
   * @param quota the most of the weekly average, such as {@code 40 %}
   */
  record Limits(String longest, String trial, String notice, String quota, int daysPerWeek) {
    static Limits of(TeleworkLaw law, Standard policy) {
      return new Limits(
          law.longest().toString(),
          law.trial().toString(),
          law.notice().toString(),
          policy.quota().toString(),
          policy.limits().daysPerWeek());
    }
  }

  record All(List<One> templates, List<Point> checklist, Limits limits) implements View {}

  @GET
  public View all() {
    Employer employer = new EmployerScope(caller, directory).own();
    LocalDate from = telework.today(employer).with(TemporalAdjusters.firstDayOfNextMonth());
    return new All(
        offered.of(employer).stream()
            .filter(o -> o.origin().isEmpty() || caller.is(Role.HR))
            .map(o -> One.of(o, from))
            .toList(),
        templates.checklist().items().stream().map(Point::of).toList(),
        Limits.of(desk.law(employer, from), desk.terms().standard(employer)));
  }

  /** Drafts taken over together go together. */
  @DELETE
  @Path("{id}")
  @RolesAllowed("hr")
  public Response drop(@PathParam("id") String id) {
    Employer employer = new EmployerScope(caller, directory).own();
    UUID taken;
    try {
      taken = UUID.fromString(id);
    } catch (IllegalArgumentException noId) {
      throw unknown();
    }
    if (!dropped(employer, taken)) throw unknown();
    return Response.noContent().build();
  }

  private boolean dropped(Employer employer, UUID taken) {
    return audit.together(
        () -> {
          Optional<Taken> gone = offered.drop(employer, taken);
          gone.map(t -> entry(employer, t)).ifPresent(audit::append);
          return gone.isPresent();
        });
  }

  private AuditEntry entry(Employer employer, Taken gone) {
    return AuditEntry.of(
        employer.id(),
        AuditEvent.TELEWORK_TEMPLATE,
        Who.of(Role.HR),
        clock.instant(),
        Map.of(Detail.HASH, gone.hash(), Detail.STATE, "dropped"));
  }

  private static Trouble unknown() {
    return Trouble.of(
        404, "Solche übernommenen Muster gibt es nicht.", "There are no such models taken over.");
  }
}
