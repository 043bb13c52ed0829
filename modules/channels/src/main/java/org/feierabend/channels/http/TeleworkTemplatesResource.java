package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.telework.TeleworkDesk;
import org.feierabend.telework.TeleworkLaw;
import org.feierabend.telework.TeleworkTemplates;
import org.feierabend.telework.TeleworkTemplates.Template;
import org.feierabend.telework.WorkplaceChecklist.Item;

/** Model terms to begin with, and what a workplace needs; out of config/telework-templates.yaml. */
@Path("telework/templates")
@ApplicationScoped
@RolesAllowed({"hr", "council", "employee"})
@Produces("application/json")
public class TeleworkTemplatesResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject TeleworkDesk desk;
  @Inject TeleworkTemplates templates;
  @Inject MyTelework telework;

  /**
   * @param kind individual or collective
   * @param terms from the first of next month
   */
  record One(String key, String kind, Sentence name, Sentence about, TeleworkViews.Terms terms) {
    static One of(Template t, LocalDate from) {
      return new One(
          t.key(),
          t.kind().name().toLowerCase(Locale.ROOT),
          t.name(),
          t.about(),
          TeleworkViews.Terms.of(t.from(from)));
    }
  }

  /**
   * @param part EQUIPMENT or RISK_ASSESSMENT
   */
  record Point(String key, String part, Sentence text, String basis) {
    static Point of(Item i) {
      return new Point(i.key(), i.part().name(), i.text(), i.basis());
    }
  }

  /**
   * Numbers of the law and the rules, ISO 8601.
   *
   * @param notice between the word of a revocation and its first day
   */
  record Limits(String longest, String trial, String notice) {
    static Limits of(TeleworkLaw law) {
      return new Limits(law.longest().toString(), law.trial().toString(), law.notice().toString());
    }
  }

  record All(List<One> templates, List<Point> checklist, Limits limits) implements View {}

  @GET
  public View all() {
    Employer employer = new EmployerScope(caller, directory).own();
    LocalDate from = telework.today(employer).with(TemporalAdjusters.firstDayOfNextMonth());
    return new All(
        templates.templates().stream().map(t -> One.of(t, from)).toList(),
        templates.checklist().items().stream().map(Point::of).toList(),
        Limits.of(desk.law(employer, from)));
  }
}
