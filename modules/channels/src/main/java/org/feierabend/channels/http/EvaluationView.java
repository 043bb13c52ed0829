package org.feierabend.channels.http;

import java.util.List;
import java.util.Optional;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Employer;

/** An AuthZEN decision on the wire. */
record EvaluationView(boolean decision, Object context) implements View {
  /**
   * @param to DEPUTY or ON_CALL, for enforcing servers: who is responsible now
   * @param deferral opaque id under which the release of the contact will be announced
   * @param slotAllowed whether the slot may lie there
   * @param ownSending what the sender is told who sends outside their own hours
   * @param slotProposed when a meeting of that length could begin instead, in core time
   */
  record Context(
      String outcome,
      String to,
      String until,
      String validUntil,
      String edition,
      String deferral,
      Boolean slotAllowed,
      String slotProposed,
      Sentence ownSending,
      List<String> advice,
      List<ReasonView> reasons) {}

  record Failure(Error error) {}

  record Error(int status, String message, String field) {}

  static EvaluationView of(
      Answer answer,
      Optional<String> deferral,
      Optional<Sentence> reminder,
      Employer employer,
      AskingRights rights) {
    boolean own = !rights.enforcer() && rights.own(answer.question());
    Optional<Decision> d = answer.decision();
    String to =
        rights.enforcer() && d.isPresent() && d.get() instanceof Decision.Route route
            ? route.to().name()
            : null;
    return new EvaluationView(
        answer.permitted(),
        new Context(
            answer.outcome(),
            to,
            answer.until().map(i -> Json.at(i, employer.zone())).orElse(null),
            Json.at(answer.validUntil(), employer.zone()),
            answer.edition(),
            deferral.orElse(null),
            answer.slot().map(SlotFound::allowed).orElse(null),
            answer
                .slot()
                .flatMap(SlotFound::proposed)
                .map(i -> Json.at(i, employer.zone()))
                .orElse(null),
            reminder.orElse(null),
            own
                ? d.map(x -> x.advice().stream().map(Enum::name).sorted().toList()).orElse(null)
                : null,
            own ? d.map(x -> ReasonView.of(x.reasons(), answer.edition())).orElse(null) : null));
  }

  static EvaluationView failed(Trouble trouble, org.feierabend.decision.Language language) {
    return new EvaluationView(
        false,
        new Failure(
            new Error(
                trouble.status(), trouble.detail().in(language), trouble.field().orElse(null))));
  }
}
