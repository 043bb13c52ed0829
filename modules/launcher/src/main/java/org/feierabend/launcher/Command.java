package org.feierabend.launcher;

import java.util.List;

/** One word after {@code ./feierabend}. */
public interface Command {
  String name();

  /** What it takes, for the line of the help: {@code [--port N]}. */
  default String takes() {
    return "";
  }

  /** One sentence for the help, in the reader's language. */
  String about(Console console);

  /**
   * Does the work.
   *
   * @return the exit status: 0 done, 1 failed, 2 called wrongly
   * @throws Trouble when the person at the keyboard has to do something
   */
  int run(Home home, List<String> arguments, Console console) throws Exception;
}
