package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.decision.Language;
import org.feierabend.decision.Reachabilities;
import org.feierabend.intake.Intake;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.report.WeekKeys;

/** Serves one AuthZEN request: one employer, one instant, one policy. */
final class AccessDoor {
  /** What goes out, and how long it may be kept. */
  record Served(View view, String cacheControl) {}

  private final Employer employer;
  private final Instant now;
  private final Evaluator evaluator;
  private final AskingRights rights;
  private final Counting counting;

  AccessDoor(
      Caller caller,
      Directory directory,
      Reachabilities reachabilities,
      Intake intake,
      WeekKeys keys,
      EmployerTime time) {
    employer = new EmployerScope(caller, directory).own();
    now = time.now(employer);
    evaluator = new Evaluator(employer, directory, reachabilities.under(employer.policy()), now);
    rights = new AskingRights(caller);
    counting = new Counting(intake, keys, employer);
  }

  Served evaluation(JsonNode request) {
    Question question = Questions.read(new Fields(request, ""));
    rights.check(question);
    Answer answer = evaluator.answer(question);
    Optional<String> deferral =
        Optional.ofNullable(counting.count(List.of(answer), now).get(answer));
    return served(EvaluationView.of(answer, deferral, employer, rights), List.of(answer));
  }

  /** Without evaluations of its own it is a single question (AuthZEN 1.0, section 7). */
  Served evaluations(JsonNode request, Language language) {
    JsonNode evaluations = request.path("evaluations");
    if (evaluations.isMissingNode() || evaluations.isNull() || evaluations.isEmpty())
      return evaluation(request);
    Batch batch = Batch.read(request);
    boolean asGroup = batch.group() || !rights.enforcer();
    Evaluations results = Evaluations.of(batch, evaluator, rights, asGroup);
    if (asGroup) return served(GroupView.of(results.answers(), employer), results.answers());
    Map<Answer, String> deferrals = counting.count(results.answers(), now);
    return served(results.view(deferrals, employer, rights, language), results.answers());
  }

  private Served served(View view, List<Answer> answers) {
    return new Served(view, CacheFor.header(answers, now));
  }
}
