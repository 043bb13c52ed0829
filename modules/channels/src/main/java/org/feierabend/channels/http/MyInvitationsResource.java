package org.feierabend.channels.http;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.feierabend.calendar.CalendarServer;
import org.feierabend.calendar.CalendarServer.Looked;
import org.feierabend.calendar.CounterPost;
import org.feierabend.calendar.CounterProposal;
import org.feierabend.channels.calendar.Counter;
import org.feierabend.decision.Reachabilities;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts.Span;

/**
 * Invitations in my calendar that do not lie in core time, and when they could instead. They are
 * read from the calendar server while I look; nothing of them is kept.
 */
@Path("me/invitations")
@ApplicationScoped
@RolesAllowed("employee")
@Produces("application/json")
public class MyInvitationsResource {
  private static final Duration AHEAD = Duration.ofDays(28);

  @Inject Caller caller;
  @Inject Directory directory;
  @Inject CalendarServer calendars;
  @Inject CounterPost post;
  @Inject Reachabilities reachabilities;
  @Inject EmployerTime time;

  private record Mine(Employer employer, Person person, Instant now) {}

  @GET
  public Response list() {
    Mine me = me();
    Looked looked = looked(me);
    if (looked instanceof Looked.Away) throw away();
    boolean told = looked instanceof Looked.Told;
    return Response.ok(
            InvitationsView.of(
                told, post.open(), proposals(me, looked), Zones.of(me.person(), me.employer())))
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .build();
  }

  /** The proposal as a file, for a calendar program to send. */
  @GET
  @Path("{id}/counter.ics")
  @Produces("text/calendar")
  public Response counter(@PathParam("id") String id) {
    Mine me = me();
    CounterProposal one = one(me, id);
    String file = Counter.of(one.invitation(), address(me), start(one), me.now()).toString();
    return Response.ok(file, "text/calendar; method=COUNTER; charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"counter.ics\"")
        .build();
  }

  /** The proposal goes to the organiser, by mail and under my address. */
  @POST
  @Path("{id}/counter")
  public Response send(@PathParam("id") String id) {
    Mine me = me();
    CounterProposal one = one(me, id);
    return switch (post.post(one.invitation(), address(me), start(one), me.now())) {
      case SENT -> Response.noContent().build();
      case OFF ->
          throw Trouble.of(
              409,
              "Von hier werden keine Vorschläge verschickt; bitte die Datei herunterladen.",
              "Proposals are not sent from here; please download the file.");
      case AWAY -> throw away();
    };
  }

  private Mine me() {
    EmployerScope scope = new EmployerScope(caller, directory);
    Employer employer = scope.own();
    return new Mine(employer, scope.self(employer), time.now(employer));
  }

  private Looked looked(Mine me) {
    return calendars.invitations(
        me.employer(), me.person(), new Span(me.now(), me.now().plus(AHEAD)));
  }

  private List<CounterProposal> proposals(Mine me, Looked looked) {
    return looked instanceof Looked.Told told
        ? CounterProposal.of(
            me.person(),
            told.invitations(),
            address -> directory.byMail(me.employer(), address),
            reachabilities.under(me.employer().policy()))
        : List.of();
  }

  private CounterProposal one(Mine me, String id) {
    Looked looked = looked(me);
    if (looked instanceof Looked.Away) throw away();
    return proposals(me, looked).stream()
        .filter(p -> p.invitation().id().equals(id) && p.start().isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                Trouble.of(
                    404,
                    "Zu einer solchen Einladung gibt es keinen Vorschlag (mehr).",
                    "There is no proposal for such an invitation (any more)."));
  }

  private static Instant start(CounterProposal one) {
    return one.start().orElseThrow();
  }

  private static String address(Mine me) {
    return me.person().addresses().mail().stream()
        .findFirst()
        .orElseThrow(
            () ->
                Trouble.of(
                    409,
                    "Im Verzeichnis steht keine Mailadresse von Ihnen, unter der Sie etwas vorschlagen könnten. Das Personalamt trägt sie ein.",
                    "The directory has no mail address of yours under which you could propose something. The personnel office enters it."));
  }

  private static Trouble away() {
    return Trouble.of(
        503,
        "Der Server antwortet gerade nicht. Bitte später noch einmal.",
        "The server does not answer just now. Please try again later.");
  }
}
