package org.feierabend.policy;

import java.util.List;
import java.util.Objects;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.Sentence;

/** What a policy would do, before anybody signs it. */
public interface PolicyTrials {
  /**
   * What changes from one edition to another, in plain words.
   *
   * @param parameters a sentence for each key that reads differently
   * @param decisions what becomes of contacts otherwise, grouped, each group with an example
   */
  record Difference(List<Sentence> parameters, List<Sentence> decisions) {
    public Difference {
      parameters = List.copyOf(parameters);
      decisions = List.copyOf(decisions);
    }
  }

  /**
   * One scenario put to a policy.
   *
   * @param place file and line
   * @param differs what was expected and did not come; empty: it passes
   * @param came what came, in a line
   */
  record Tried(String place, String name, List<String> differs, String came) {
    public Tried {
      Objects.requireNonNull(place, "place");
      differs = List.copyOf(differs);
    }

    public boolean passed() {
      return differs.isEmpty();
    }
  }

  /** A file of scenarios, as text. */
  record ScenarioText(String name, String text) {}

  /** A scenario file cannot be read; the message names file, line and reason. */
  final class UnreadableScenario extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Sentence why;

    public UnreadableScenario(Sentence why) {
      super(why.en());
      this.why = why;
    }

    public Sentence why() {
      return why;
    }
  }

  /** Of the difference what can be said at once: a sentence for each key. */
  List<Sentence> parameters(PolicyDraft before, PolicyDraft after);

  /** All of it; two documents are compared once, and the next who asks reads the same. */
  Difference difference(PolicyDraft before, PolicyDraft after);

  /** Decides under a policy that is not in force. */
  Reachability under(Policy policy);

  /**
   * Scenarios put to a policy, in place of the one their files name.
   *
   * @param files none: those of the rule book
   * @throws UnreadableScenario with file, line and reason
   */
  List<Tried> scenarios(PolicyDraft draft, List<ScenarioText> files);
}
