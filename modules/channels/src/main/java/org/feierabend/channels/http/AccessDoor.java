package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.alert.Alerting;
import org.feierabend.decision.Language;
import org.feierabend.decision.Reachabilities;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.Sentence;
import org.feierabend.door.Heard;
import org.feierabend.intake.Intake;
import org.feierabend.intake.LiveFacts;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.report.WeekKeys;
import org.feierabend.telework.TeleworkDesk;

/** Serves one AuthZEN request: one employer, one instant, one policy. */
final class AccessDoor {
  /** What goes out, and how long it may be kept. */
  record Served<V extends View>(V view, String cacheControl) {}

  private final Employer employer;
  private final Instant now;
  private final Evaluator evaluator;
  private final AskingRights rights;
  private final Counting counting;
  private final TeleworkAsking telework;
  private final Heard heard;

  AccessDoor(
      Caller caller,
      Directory directory,
      Reachabilities reachabilities,
      Intake intake,
      LiveFacts live,
      Alerting alerts,
      TeleworkDesk desk,
      WeekKeys keys,
      Heard heard,
      EmployerTime time) {
    this.heard = heard;
    employer = new EmployerScope(caller, directory).own();
    now = time.now(employer);
    Reachability reachability = reachabilities.under(employer.policy());
    evaluator = new Evaluator(employer, directory, reachability, live, alerts, now);
    rights = new AskingRights(caller);
    telework = new TeleworkAsking(employer, directory, desk, rights, reachability.edition(), now);
    counting = new Counting(intake, keys, employer);
  }

  Served<EvaluationView> evaluation(JsonNode request) {
    return evaluation(new Fields(request, ""));
  }

  /** The same for tools that ask as one asks an Open Policy Agent. */
  Served<OpaView> data(JsonNode request) {
    Served<EvaluationView> served = evaluation(new Fields(request, "").object("input"));
    return new Served<>(OpaView.of(served.view()), served.cacheControl());
  }

  /** The same for a proxy that hands on headers. */
  Served<EvaluationView> headers(ContactHeaders headers) {
    return headers.naming(() -> evaluation(headers.question()));
  }

  private Served<EvaluationView> evaluation(Fields request) {
    if (TeleworkAsking.is(request)) return new Served<>(telework.answer(request), CacheFor.NEVER);
    Question question = evaluator.question(request);
    rights.check(question);
    Answer answer = evaluator.answer(question);
    if (question.ref().isPresent()) heard.through(question.channel(), now);
    Optional<String> deferral =
        Optional.ofNullable(counting.count(List.of(answer), now).get(answer));
    return served(
        EvaluationView.of(answer, deferral, reminder(question), employer, rights), List.of(answer));
  }

  /** Without evaluations of its own it is a single question (AuthZEN 1.0, section 7). */
  Served<? extends View> evaluations(JsonNode request, Language language) {
    JsonNode evaluations = request.path("evaluations");
    boolean none = evaluations.isMissingNode() || evaluations.isNull();
    if (none || evaluations.isArray() && evaluations.isEmpty()) return evaluation(request);
    Batch batch = Batch.read(request);
    boolean asGroup = batch.group() || !rights.enforcer();
    Evaluations results = Evaluations.of(batch, evaluator, telework, rights, asGroup);
    if (asGroup)
      return served(
          GroupView.of(
              results.answers(),
              evaluator.common(results.answers()),
              reminder(results.answers().get(0).question()),
              employer),
          results.answers());
    Map<Answer, String> deferrals = counting.count(results.answers(), now);
    Evaluations.Listing listing = results.view(deferrals, employer, rights, language);
    return results.uncacheable()
        ? new Served<>(listing, CacheFor.NEVER)
        : served(listing, results.answers());
  }

  /** The sender alone is reminded of their own hours, and a server never learns them. */
  private Optional<Sentence> reminder(Question question) {
    boolean asSender = !rights.enforcer() && !rights.own(question) && question.sender().isPresent();
    return asSender ? evaluator.reminder(question) : Optional.empty();
  }

  private <V extends View> Served<V> served(V view, List<Answer> answers) {
    return new Served<>(view, CacheFor.header(answers, now));
  }
}
