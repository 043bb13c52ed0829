package org.feierabend.rulebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
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
    boolean check = args.equals(List.of("--check"));
    if (!check && !args.isEmpty()) {
      err.println("rule-book takes no argument but --check, and got " + args);
      return 2;
    }
    try {
      Path page = home.resolve("docs/rule-book.md");
      String wanted = new RuleBookPage(home).text();
      if (check) return check(page, wanted, out, err);
      Files.createDirectories(page.getParent());
      Files.writeString(page, wanted);
      out.println("Wrote " + page);
      return 0;
    } catch (Unreadable | IOException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  private static int check(Path page, String wanted, PrintStream out, PrintStream err)
      throws IOException {
    if (Files.exists(page) && Files.readString(page).equals(wanted)) {
      out.println(page + " is up to date.");
      return 0;
    }
    err.println(page + " is stale. Run ./feierabend rule-book and commit it.");
    return 1;
  }
}
