package org.feierabend.rulebook;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code ./feierabend rule-book [--check]}: writes docs/rule-book.md from what stands in rules/.
 */
public final class RuleBookCommand {
  private RuleBookCommand() {}

  /**
   * @param home the checkout directory
   * @param args none, or {@code --check}: write nothing, exit 1 when the page is stale
   * @return 0 written or up to date, 1 stale, 2 something cannot be read
   */
  public static int run(Path home, List<String> args, PrintStream out, PrintStream err) {
    return new GeneratedPage("rule-book", home.resolve("docs/rule-book.md"))
        .run(args, () -> new RuleBookPage(home).text(), out, err);
  }
}
