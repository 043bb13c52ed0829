package org.feierabend.launcher;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.feierabend.launcher.command.Commands;

/** Where {@code ./feierabend} comes in. */
public final class Main {
  /**
   * Tells of every topic that a closed week took with it; failures reach the caller anyway. Held,
   * or it is forgotten.
   */
  private static final Logger KAFKA_CLIENT = Logger.getLogger("org.apache.kafka.clients");

  private Main() {}

  public static void main(String[] words) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Logger.getLogger("").setLevel(Level.WARNING);
    KAFKA_CLIENT.setLevel(Level.SEVERE);
    Console console = Console.of(System.getenv(), out, err);
    Path root = Path.of(System.getProperty("feierabend.home", "."));
    System.exit(dispatch(root, List.of(words), console));
  }

  static int dispatch(Path root, List<String> words, Console console) {
    String word = words.isEmpty() ? "help" : words.get(0);
    try {
      Command command =
          Commands.named(word)
              .orElseThrow(
                  () ->
                      Trouble.usage(
                          "'%s' is no command. ./feierabend help lists them.".formatted(word),
                          "„%s“ ist kein Befehl. ./feierabend help zählt sie auf."
                              .formatted(word)));
      return command.run(
          Home.at(root), words.subList(Math.min(1, words.size()), words.size()), console);
    } catch (Trouble trouble) {
      console.warn(trouble.getMessage(), trouble.german());
      return trouble.exit();
    } catch (Exception e) {
      console.warn("This should not have happened:", "Das hätte nicht geschehen dürfen:");
      e.printStackTrace(console.err());
      return Trouble.FAILED;
    }
  }
}
