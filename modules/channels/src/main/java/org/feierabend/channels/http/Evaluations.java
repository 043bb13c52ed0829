package org.feierabend.channels.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.feierabend.decision.Language;
import org.feierabend.people.Employer;

/** The results of a batch, in order; a question that cannot be answered denies and says why. */
final class Evaluations {
  private record Result(Optional<Answer> answer, Optional<Trouble> trouble) {
    boolean permitted() {
      return answer.map(Answer::permitted).orElse(false);
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
  static Evaluations of(Batch batch, Evaluator evaluator, AskingRights rights, boolean asGroup) {
    Evaluations evaluations = new Evaluations(asGroup);
    for (Fields request : batch.requests()) {
      Result result = evaluations.result(request, evaluator, rights);
      evaluations.results.add(result);
      if (!asGroup && batch.semantic().endsWith(result.permitted())) break;
    }
    return evaluations;
  }

  private Result result(Fields request, Evaluator evaluator, AskingRights rights) {
    try {
      Question question = Questions.read(request);
      rights.check(question);
      if (asGroup && question.ref().isPresent())
        throw Trouble.field(
            "/context/ref",
            "Eine Gruppenfrage zählt nie; bitte ohne „ref“.",
            "A question about a group never counts; leave out \"ref\".");
      return new Result(Optional.of(evaluator.answer(question)), Optional.empty());
    } catch (Trouble trouble) {
      if (asGroup) throw trouble;
      return new Result(Optional.empty(), Optional.of(trouble));
    }
  }

  /** Whether a question could not be answered; asked again it may be. */
  boolean failed() {
    return results.stream().anyMatch(r -> r.trouble().isPresent());
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
                        .orElseGet(() -> EvaluationView.failed(r.trouble().get(), language)))
            .toList());
  }
}
