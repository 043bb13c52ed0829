package org.feierabend.rulebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.contact.ContactClass;
import org.feierabend.decision.DecisionTable;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.Policy;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyTrials;

/** Tries policies on the compiled rules of one folder. */
public final class DroolsPolicyTrials implements PolicyTrials {
  private static final int REMEMBERED = 50;

  private final Path home;
  private final RulebookReachabilities book;
  private final ScenarioRunner runner;

  /** By what was compared: everybody who is asked about a proposal reads the same. */
  private final Map<List<String>, Difference> told =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, Difference> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Nothing is compiled twice: the parts are those of the rule book in force. */
  public DroolsPolicyTrials(
      Path home,
      RulebookReachabilities book,
      DroolsMinimisation minimisation,
      DroolsTelework telework,
      DroolsAlerts alerts) {
    this.home = home;
    this.book = book;
    this.runner = new ScenarioRunner(book::under, minimisation, telework, alerts);
  }

  @Override
  public Reachability under(Policy policy) {
    return book.under(policy);
  }

  @Override
  public List<Sentence> parameters(PolicyDraft before, PolicyDraft after) {
    return reading(before, after);
  }

  private static List<Sentence> reading(PolicyDraft before, PolicyDraft after) {
    return ParameterDifference.sentences(
        PolicyTree.of(Entry.parse("before", before.document())),
        PolicyTree.of(Entry.parse("after", after.document())));
  }

  @Override
  public Difference difference(PolicyDraft before, PolicyDraft after) {
    synchronized (told) { // one at a time: each takes a second of a processor
      return told.computeIfAbsent(
          List.of(before.hash(), after.hash()), both -> difference(book, before, after));
    }
  }

  static Difference difference(RulebookReachabilities book, PolicyDraft before, PolicyDraft after) {
    return new Difference(reading(before, after), decisions(book, before.policy(), after.policy()));
  }

  private static List<Sentence> decisions(RulebookReachabilities book, Policy was, Policy is) {
    List<Sentence> said = new ArrayList<>();
    Situations situations = new Situations(is, book.firstDay(is, was), book.holidays());
    List<ContactClass> typical =
        DecisionTable.everyContact().stream().map(book.rules()::typical).distinct().toList();
    said.addAll(
        new WeekComparison(book.under(was), book.under(is), typical, situations, is.zone())
            .sentences());
    Comparison.Edition a = book.edition(was);
    Comparison.Edition b = book.edition(is);
    if (!a.equals(b))
      for (Comparison.Change c : Comparison.between(a, b, DecisionTable.everyContact()))
        said.add(c.sentence());
    if (said.isEmpty())
      said.add(new Sentence("Keine Entscheidung ändert sich.", "No decision changes."));
    return said;
  }

  @Override
  public List<Tried> scenarios(PolicyDraft draft, List<ScenarioText> files) {
    try {
      ScenarioFile format = new ScenarioFile(book.policies().only(draft));
      List<Tried> tried = new ArrayList<>();
      if (files.isEmpty())
        for (Path own : ScenarioCommand.files(home.resolve("rules")))
          for (Scenario s : format.read(own)) tried.add(tried(s));
      for (ScenarioText file : files)
        for (Scenario s : format.read(Entry.parse(file.name(), file.text()).closed()))
          tried.add(tried(s));
      return tried;
    } catch (Unreadable e) {
      throw new UnreadableScenario(e.told());
    }
  }

  private Tried tried(Scenario s) {
    ScenarioRunner.Outcome o = runner.run(s);
    return new Tried(
        s.place().replace(home + "/", "") + ":" + s.line(), s.name(), o.differs(), o.came());
  }
}
