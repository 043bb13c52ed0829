package org.feierabend.rulebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * A page of docs/ that is written by a command, which also says whether it is up to date.
 *
 * @param command its name
 */
record GeneratedPage(String command, Path page) {
  /**
   * @param args none, or {@code --check}: write nothing, exit 1 when the page is stale
   * @return 0 written or up to date, 1 stale, 2 something cannot be read
   */
  int run(List<String> args, Supplier<String> text, PrintStream out, PrintStream err) {
    boolean check = args.equals(List.of("--check"));
    if (!check && !args.isEmpty()) {
      err.println(command + " takes no argument but --check, and got " + args);
      return 2;
    }
    try {
      String wanted = text.get();
      if (check) return check(wanted, out, err);
      Files.createDirectories(page.getParent());
      Files.writeString(page, wanted);
      out.println("Wrote " + page);
      return 0;
    } catch (Unreadable | IOException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  private int check(String wanted, PrintStream out, PrintStream err) throws IOException {
    if (Files.exists(page) && Files.readString(page).equals(wanted)) {
      out.println(page + " is up to date.");
      return 0;
    }
    err.println(page + " is stale. Run ./feierabend " + command + " and commit it.");
    return 1;
  }
}
