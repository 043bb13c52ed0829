package org.feierabend.launcher;

import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Stream;

/** Where a person reads what happens: in German where the locale says so, else in English. */
public final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean german;

  public Console(PrintStream out, PrintStream err, boolean german) {
    this.out = out;
    this.err = err;
    this.german = german;
  }

  /**
   * The console of a process, its language taken from LC_ALL, LC_MESSAGES or LANG, in this order.
   */
  public static Console of(Map<String, String> environment, PrintStream out, PrintStream err) {
    String locale =
        Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(value -> !value.isBlank())
            .findFirst()
            .orElse("en");
    return new Console(out, err, locale.startsWith("de"));
  }

  public PrintStream out() {
    return out;
  }

  public PrintStream err() {
    return err;
  }

  public boolean german() {
    return german;
  }

  /** One line about what goes on. */
  public void say(String english, String german) {
    out.println(word(english, german));
    out.flush();
  }

  /** One line about what went wrong. */
  public void warn(String english, String german) {
    err.println(word(english, german));
    err.flush();
  }

  /** The text of the reader's language. */
  public String word(String english, String inGerman) {
    return german ? inGerman : english;
  }
}
