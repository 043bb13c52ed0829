package org.feierabend.channels.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.decision.Language;
import org.feierabend.people.Employer;

/** The results of a batch, in order; a question that cannot be answered denies and says why. */
final class Evaluations {
  /** An answer about a contact, the view of another one, or why there is none. */
  private record Result(
      Optional<Answer> answer, Optional<EvaluationView> other, Optional<Trouble> trouble) {
    boolean permitted() {
      return answer
          .map(Answer::permitted)
          .orElse(other.map(EvaluationView::decision).orElse(false));
    }
  }

  record Listing(List<EvaluationView> evaluations) implements View {}

  private final List<Result> results = new ArrayList<>();
  private final boolean asGroup;

  private Evaluations(boolean asGroup) {
    this.asGroup = asGroup;
  }

  /**
   * @param asGroup all recipients are one group: counts only, so every question must be answerable
   */
  static Evaluations of(
      Batch batch,
      Evaluator evaluator,
      TeleworkAsking telework,
      AskingRights rights,
      boolean asGroup) {
    Evaluations evaluations = new Evaluations(asGroup);
    for (Fields request : batch.requests()) {
      Result result = evaluations.result(request, evaluator, telework, rights);
      evaluations.results.add(result);
      if (!asGroup && batch.semantic().endsWith(result.permitted())) break;
    }
    return evaluations;
  }

  private Result result(
      Fields request, Evaluator evaluator, TeleworkAsking telework, AskingRights rights) {
    try {
      if (TeleworkAsking.is(request)) return teleworked(request, telework);
      Question question = evaluator.question(request);
      rights.check(question);
      if (asGroup && question.ref().isPresent())
        throw Trouble.field(
            "/context/ref",
            "Eine Gruppenfrage zählt nie; bitte ohne „ref“.",
            "A question about a group never counts; leave out \"ref\".");
      return new Result(
          Optional.of(evaluator.answer(question)), Optional.empty(), Optional.empty());
    } catch (Trouble trouble) {
      if (asGroup) throw trouble;
      return new Result(Optional.empty(), Optional.empty(), Optional.of(trouble));
    }
  }

  private Result teleworked(Fields request, TeleworkAsking telework) {
    if (asGroup)
      throw Trouble.field(
          "/action/name",
          "Nach Telearbeit fragt man einzeln, nicht für eine Gruppe.",
          "One asks about telework one by one, not for a group.");
    return new Result(Optional.empty(), Optional.of(telework.answer(request)), Optional.empty());
  }

  /** Whether one failed, which asked again it may not, or rests on plans that change any time. */
  boolean uncacheable() {
    return results.stream().anyMatch(r -> r.answer().isEmpty());
  }

  List<Answer> answers() {
    return results.stream().flatMap(r -> r.answer().stream()).toList();
  }

  Listing view(
      Map<Answer, String> deferrals, Employer employer, AskingRights rights, Language language) {
    return new Listing(
        results.stream()
            .map(
                r ->
                    r.answer()
                        .map(
                            a ->
                                EvaluationView.of(
                                    a,
                                    Optional.ofNullable(deferrals.get(a)),
                                    Optional.empty(),
                                    employer,
                                    rights))
                        .or(r::other)
                        .orElseGet(() -> EvaluationView.failed(r.trouble().get(), language)))
            .toList());
  }
}
