package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.decision.Reachabilities;
import org.feierabend.intake.Intake;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.report.WeekKeys;

/** The decision API: OpenID AuthZEN Authorization API 1.0 (PROTOCOLS, section 1). */
@Path("/")
@ApplicationScoped
@RolesAllowed({"enforcer", "employee", "manager"})
@Consumes("application/json")
@Produces("application/json")
public class AccessResource {
  @Inject Caller caller;
  @Inject Directory directory;
  @Inject Reachabilities reachabilities;
  @Inject Intake intake;
  @Inject WeekKeys keys;
  @Inject EmployerTime time;

  @POST
  @Path("evaluation")
  public Response evaluation(InputStream body) throws IOException {
    return single(Body.object(body, Body.SMALL));
  }

  @POST
  @Path("evaluations")
  public Response evaluations(@Context HttpHeaders headers, InputStream body) throws IOException {
    JsonNode request = Body.object(body, Body.SMALL);
    JsonNode evaluations = request.path("evaluations");
    if (evaluations.isMissingNode() || evaluations.isNull() || evaluations.isEmpty())
      return single(request);
    Batch batch = Batch.read(request);
    Round round = new Round();
    AskingRights rights = new AskingRights(caller);
    Evaluations results =
        Evaluations.of(batch, round.evaluator, rights, !rights.enforcer() || batch.group());
    if (results.asGroup())
      return answer(GroupView.of(results.answers(), round.employer), results.answers(), round);
    Map<Answer, String> deferrals = round.count(results.answers());
    return answer(
        results.view(deferrals, round.employer, rights, Languages.of(headers)),
        results.answers(),
        round);
  }

  private Response single(JsonNode request) {
    Round round = new Round();
    AskingRights rights = new AskingRights(caller);
    Question question = Questions.read(new Fields(request, ""));
    rights.check(question);
    Answer answer = round.evaluator.answer(question);
    Optional<String> deferral = Optional.ofNullable(round.count(List.of(answer)).get(answer));
    return answer(
        EvaluationView.of(answer, deferral, round.employer, rights), List.of(answer), round);
  }

  private static Response answer(Object view, List<Answer> answers, Round round) {
    return Response.ok(view)
        .header(HttpHeaders.CACHE_CONTROL, CacheFor.header(answers, round.now))
        .build();
  }

  /** One request: one employer, one instant, one policy. */
  private final class Round {
    final Employer employer = new EmployerScope(caller, directory).own();
    final Instant now = time.now(employer);
    final Evaluator evaluator =
        new Evaluator(employer, directory, reachabilities.under(employer.policy()), now);

    Map<Answer, String> count(List<Answer> answers) {
      return new Counting(intake, keys, employer).count(answers, now);
    }
  }
}
