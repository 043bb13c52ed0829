package org.feierabend.rulebook;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.feierabend.decision.DecisionTable;
import org.feierabend.decision.Sentence;

/** {@code ./feierabend compare EDITION EDITION}: what changes between two editions, in words. */
public final class CompareCommand {
  private static final String STANDARD = "p0";

  private CompareCommand() {}

  /**
   * @param home the checkout directory
   * @param args two editions: the name of a policy, the first digits of its edition, or a directory
   *     with rules
   * @return 0 compared, 2 an edition cannot be read or does not exist
   */
  public static int run(Path home, List<String> args, PrintStream out, PrintStream err) {
    if (args.size() != 2) {
      err.println(
          "compare takes two editions: the name of a policy, the first digits of its edition (four at least), or a directory with rules; it got "
              + args);
      return 2;
    }
    try {
      RulebookReachabilities book = new RulebookReachabilities(home);
      List<Comparison.Change> changes =
          Comparison.between(
              edition(args.get(0), book), edition(args.get(1), book), DecisionTable.everyContact());
      if (changes.isEmpty())
        say(out, new Sentence("Keine Entscheidung ändert sich.", "No decision changes."));
      for (Comparison.Change c : changes) say(out, c.sentence());
      return 0;
    } catch (Unreadable | IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  private static void say(PrintStream out, Sentence sentence) {
    out.println(sentence.de());
    out.println(sentence.en());
  }

  private static Comparison.Edition edition(String word, RulebookReachabilities book) {
    Path path = Path.of(word);
    if (Files.isDirectory(path)) {
      Path rules = Files.isDirectory(path.resolve("rules")) ? path.resolve("rules") : path;
      List<Path> files = RuleCompiler.files(rules.resolve("reachability"));
      Comparison.Edition standard = book.edition(book.policies().policy(STANDARD));
      return new Comparison.Edition(
          new DroolsRuleBook(files, "compared-" + Math.abs(rules.toAbsolutePath().hashCode())),
          standard.holdMail(),
          standard.compensatoryRest());
    }
    return book.edition(book.policies().named(word));
  }
}
