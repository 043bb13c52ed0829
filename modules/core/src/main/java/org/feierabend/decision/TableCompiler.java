package org.feierabend.decision;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.decision.Cell.Shape;
import org.feierabend.timeline.StretchKind;

/**
 * Makes cells and proves them: the rules are asked twice, and what they find is weighed twice, by
 * two who share nothing. Where anything differs nobody is disturbed, and somebody looks at it.
 */
final class TableCompiler {
  /** One cell's question. */
  record Question(StretchKind stretch, ContactClass contact, Surroundings surroundings) {}

  private record Weighed(ContactKind kind, Channel channel) {}

  private static final System.Logger LOG = System.getLogger(TableCompiler.class.getName());

  private static final Reason MISMATCH =
      new Reason(
          "table-mismatch",
          new Sentence(
              "Die Regeln haben auf dieselbe Frage zweimal verschieden geantwortet; es wird nicht gestört, jemand sieht nach.",
              "The rules answered the same question differently; nobody is disturbed and somebody looks at it."),
          "DECISIONS, section 1",
          Reason.RestsOn.AGREEMENT);

  static final Cell DOUBT =
      new Cell(Shape.SILENCE, false, true, List.of(MISMATCH), Set.of(Advice.REVIEW));

  private final RuleBook rules;
  private final boolean holdMail;

  TableCompiler(RuleBook rules, boolean holdMail) {
    this.rules = rules;
    this.holdMail = holdMail;
  }

  Cell one(Question q) {
    return same(q, fresh(q), fresh(q));
  }

  /** Asks the rules anew; {@link #DOUBT} when the two weighings differ. */
  Cell fresh(Question q) {
    return weigh(rules.consult(q.stretch(), q.contact(), q.surroundings()), q);
  }

  /** All kinds with all contacts; asked anew, it goes the other way round. */
  Map<Question, Cell> all(Collection<StretchKind> stretches, Surroundings surroundings) {
    List<StretchKind> kinds = new ArrayList<>(stretches);
    List<ContactClass> contacts = new ArrayList<>(typical());
    List<StretchKind> kindsBack = reversed(kinds);
    List<ContactClass> contactsBack = reversed(contacts);
    FutureTask<Map<Question, Cell>> anew =
        new FutureTask<>(() -> pass(kindsBack, contactsBack, surroundings));
    Thread beside = new Thread(anew, "proof"); // the two share nothing, and take half the time
    beside.start();
    Map<Question, Cell> first = pass(kinds, contacts, surroundings);
    Map<Question, Cell> again = join(anew);
    first.replaceAll((q, cell) -> same(q, cell, again.get(q)));
    return first;
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> back = new ArrayList<>(list);
    Collections.reverse(back);
    return back;
  }

  private static <T> T join(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The rules could not be asked anew.", e.getCause());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while an edition was proven.", stop);
    }
  }

  /** The contacts that stand for all there can be. */
  List<ContactClass> typical() {
    return Questions.contacts().stream().map(rules::typical).distinct().toList();
  }

  private Map<Question, Cell> pass(
      List<StretchKind> kinds, List<ContactClass> contacts, Surroundings surroundings) {
    Map<Question, Cell> cells = new HashMap<>();
    Map<List<Finding>, Map<Weighed, Cell>> weighed = new IdentityHashMap<>(); // lists are shared
    rules.consult(
        kinds,
        contacts,
        surroundings,
        (stretch, contact, findings) -> {
          Question q = new Question(stretch, contact, surroundings);
          Cell cell =
              weighed
                  .computeIfAbsent(findings, f -> new HashMap<>())
                  .computeIfAbsent(
                      new Weighed(contact.kind(), contact.channel()), w -> weigh(findings, q));
          cells.put(q, cell);
        });
    return cells;
  }

  private Cell weigh(List<Finding> findings, Question q) {
    boolean slot = q.surroundings().slot();
    Cell cell =
        slot
            ? Weighing.weighSlot(findings, q.contact().kind())
            : Weighing.weigh(findings, q.contact().channel(), holdMail);
    return new PlainWeighing(findings).agrees(cell, q.contact(), slot, holdMail) ? cell : DOUBT;
  }

  private static Cell same(Question q, Cell first, Cell again) {
    if (first.equals(again) && first != DOUBT) return first;
    LOG.log(
        Level.ERROR,
        "Rules or weighing differ on {0} with {1} ({2}): {3} and {4}; the cell stays silent.",
        q.stretch(),
        q.contact(),
        q.surroundings(),
        first,
        again);
    return DOUBT;
  }
}
