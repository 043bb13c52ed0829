package org.feierabend.decision;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.feierabend.contact.ContactClass;
import org.feierabend.decision.Cell.Shape;
import org.feierabend.timeline.StretchKind;

/**
 * (stretch kind, contact class, surroundings) → cell. A cell is compiled when its question is first
 * met: the rule book is asked twice, and an answer that is not the same both times is not used.
 */
public final class DecisionTable {
  private record Question(StretchKind stretch, ContactClass contact, Surroundings surroundings) {}

  private static final Reason MISMATCH =
      new Reason(
          "table-mismatch",
          new Sentence(
              "Die Regeln haben auf dieselbe Frage zweimal verschieden geantwortet; es wird nicht gestört, jemand sieht nach.",
              "The rules answered the same question differently; nobody is disturbed and somebody looks at it."),
          "DECISIONS, section 1",
          Reason.RestsOn.AGREEMENT);

  private final RuleBook rules;
  private final boolean holdMail;
  private final ConcurrentMap<Question, Cell> cells = new ConcurrentHashMap<>();

  public DecisionTable(RuleBook rules, boolean holdMail) {
    this.rules = rules;
    this.holdMail = holdMail;
  }

  public Cell cell(StretchKind stretch, ContactClass contact, Surroundings surroundings) {
    Question question = new Question(stretch, contact, surroundings);
    Cell known = cells.get(question);
    return known != null ? known : cells.computeIfAbsent(question, this::compile);
  }

  /** Asks the rules anew, beside the table: what a cell is proven against. */
  public Cell fresh(StretchKind stretch, ContactClass contact, Surroundings surroundings) {
    return consult(new Question(stretch, contact, surroundings));
  }

  public int size() {
    return cells.size();
  }

  private Cell compile(Question question) {
    Cell first = consult(question);
    return first.equals(consult(question))
        ? first
        : new Cell(Shape.SILENCE, false, true, List.of(MISMATCH), Set.of(Advice.REVIEW));
  }

  private Cell consult(Question q) {
    List<Finding> findings = rules.consult(q.stretch(), q.contact(), q.surroundings());
    return q.surroundings().slot()
        ? Weighing.weighSlot(findings, q.contact().kind())
        : Weighing.weigh(findings, q.contact().channel(), holdMail);
  }
}
