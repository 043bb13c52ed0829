package org.feierabend.rulebook;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** {@code ./feierabend policy-page [--check]}: writes docs/policy.md from the schema. */
public final class PolicyPageCommand {
  private PolicyPageCommand() {}

  /**
   * @param home the checkout directory
   * @param args none, or {@code --check}: write nothing, exit 1 when the page is stale
   * @return 0 written or up to date, 1 stale, 2 something cannot be read
   */
  public static int run(Path home, List<String> args, PrintStream out, PrintStream err) {
    return new GeneratedPage("policy-page", home.resolve("docs/policy.md"))
        .run(args, () -> new PolicyPage(home).text(), out, err);
  }
}
