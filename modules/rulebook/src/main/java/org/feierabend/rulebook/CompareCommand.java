package org.feierabend.rulebook;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.decision.DecisionTable;
import org.feierabend.decision.Language;
import org.feierabend.decision.Sentence;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.policy.PolicyTrials;

/** {@code ./feierabend compare EDITION EDITION}: what changes between two editions, in words. */
public final class CompareCommand {
  private static final String STANDARD = "p0";

  private CompareCommand() {}

  /**
   * @param home the checkout directory
   * @param args two editions: the name of a policy, the first digits of its edition, the file of a
   *     policy, or a directory with rules
   * @return 0 compared, 2 an edition cannot be read or does not exist
   */
  public static int run(
      Path home, List<String> args, Language language, PrintStream out, PrintStream err) {
    if (args.size() != 2) {
      err.println(
          new Sentence(
                  "compare vergleicht zwei Fassungen: den Namen einer Dienstvereinbarung, die ersten Stellen ihrer Fassung (mindestens vier), die Datei einer Dienstvereinbarung oder ein Verzeichnis mit Regeln; hier steht "
                      + args,
                  "compare takes two editions: the name of a policy, the first digits of its edition (four"
                      + " at least), the file of a policy, or a directory with rules; it got "
                      + args)
              .in(language));
      return 2;
    }
    try {
      for (Sentence s : changes(home, args.get(0), args.get(1))) {
        out.println(s.de());
        out.println(s.en());
      }
      return 0;
    } catch (Unreadable | IllegalArgumentException e) {
      err.println(Unreadable.told(e).in(language));
      return 2;
    }
  }

  /**
   * What changes from one edition to another: the answers, each kind with an example, then numbers
   * and files that read differently.
   *
   * @throws Unreadable with file and reason
   * @throws IllegalArgumentException when there is no such edition
   */
  public static List<Sentence> changes(Path home, String from, String to) {
    RulebookReachabilities book = new RulebookReachabilities(home);
    if (!Files.isDirectory(Path.of(from)) && !Files.isDirectory(Path.of(to)))
      return policies(home, book, from, to);
    List<Sentence> said = new ArrayList<>();
    for (Comparison.Change c :
        Comparison.between(
            edition(home, from, book), edition(home, to, book), DecisionTable.everyContact()))
      said.add(c.sentence());
    List<Sentence> files = new FileDifferences(rules(home, from), rules(home, to)).sentences();
    if (said.isEmpty())
      said.add(
          files.isEmpty()
              ? new Sentence("Keine Entscheidung ändert sich.", "No decision changes.")
              : new Sentence(
                  "Keine Antwort der Regeln ändert sich, wohl aber, worauf sie beruhen:",
                  "No answer of the rules changes, but what they rest on does:"));
    said.addAll(files);
    return said;
  }

  private static List<Sentence> policies(
      Path home, RulebookReachabilities book, String from, String to) {
    PolicyTrials.Difference difference =
        DroolsPolicyTrials.difference(book, draft(home, book, from), draft(home, book, to));
    List<Sentence> said = new ArrayList<>(difference.parameters());
    said.addAll(difference.decisions());
    return said;
  }

  private static PolicyDraft draft(Path home, RulebookReachabilities book, String word) {
    if (Files.isRegularFile(Path.of(word))) return DraftFile.read(home, Path.of(word));
    YamlPolicies policies = book.policies();
    return DraftFile.read(home, word, policies.document(policies.named(word).name()));
  }

  /** Those of the checkout where the word is no directory. */
  private static Path rules(Path home, String word) {
    Path path = Path.of(word);
    if (!Files.isDirectory(path)) return home.resolve("rules");
    return Files.isDirectory(path.resolve("rules")) ? path.resolve("rules") : path;
  }

  private static Comparison.Edition edition(Path home, String word, RulebookReachabilities book) {
    Path path = Path.of(word);
    if (Files.isDirectory(path)) {
      Path rules = rules(path, word);
      List<Path> files = RuleCompiler.files(rules.resolve("reachability"));
      Comparison.Edition standard = book.edition(book.policies().policy(STANDARD));
      return new Comparison.Edition(
          new DroolsRuleBook(files, "compared-" + Math.abs(rules.toAbsolutePath().hashCode())),
          standard.holdMail(),
          standard.compensatoryRest());
    }
    return book.edition(
        Files.isRegularFile(path)
            ? DraftFile.read(home, path).policy()
            : book.policies().named(word));
  }
}
