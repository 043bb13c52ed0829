package org.feierabend.channels.http;

/** A decision as an Open Policy Agent would put it: the document the question was about. */
record OpaView(Result result) implements View {
  /**
   * @param allow what tools for OPA look at; the same as decision
   */
  record Result(boolean allow, boolean decision, Object context) {}

  static OpaView of(EvaluationView view) {
    return new OpaView(new Result(view.decision(), view.decision(), view.context()));
  }
}
