package org.feierabend.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.launcher.Api;
import org.feierabend.launcher.Arguments;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.feierabend.launcher.Instance;
import org.feierabend.launcher.Secrets;
import org.feierabend.launcher.Settings;
import org.feierabend.launcher.Trouble;
import org.feierabend.launcher.connect.MailHop;
import org.feierabend.launcher.connect.PostfixCheck;
import org.feierabend.launcher.connect.PostfixCheck.Difference;
import org.feierabend.launcher.connect.PostfixLines;

/** Says what to enter in a server people already run, and whether it is entered. */
final class Connect implements Command {
  @Override
  public String name() {
    return "connect";
  }

  @Override
  public String takes() {
    return "postfix [--part main|master|token] [--check] [--config DIRECTORY]";
  }

  @Override
  public String about(Console console) {
    return console.word(
        "what to enter in your mail server, and whether it is entered",
        "was im Mailserver einzutragen ist, und ob es eingetragen ist");
  }

  @Override
  public int run(Home home, List<String> words, Console console) throws IOException {
    Arguments arguments = Arguments.read(words, Set.of("--config", "--part"), Set.of("--check"));
    if (!arguments.rest().equals(List.of("postfix")))
      throw Trouble.usage(
          "What shall be connected? It takes: " + takes(),
          "Was soll verbunden werden? Möglich: " + takes());
    MailHop hop = MailHop.of(Settings.of(home.root()));
    Api api = new Api(Instance.running(home), console);
    String token = token(home, api, hop.employer());
    PostfixLines lines = PostfixLines.of(hop, token, delays(api));
    Optional<String> part = arguments.value("--part");
    if (part.isPresent()) return print(part.get(), lines, token, console);
    if (!arguments.has("--check")) {
      console.say("# --- at the end of main.cf", "# --- ans Ende von main.cf");
      console.out().println(lines.mainText());
      console.say("# --- at the end of master.cf", "# --- ans Ende von master.cf");
      console.out().println(lines.masterText());
    }
    return check(lines, arguments.value("--config"), console);
  }

  private static int print(String part, PostfixLines lines, String token, Console console) {
    switch (part) {
      case "main" -> console.out().print(lines.mainText());
      case "master" -> console.out().print(lines.masterText());
      case "token" -> console.out().println(token);
      default ->
          throw Trouble.usage(
              "--part is main, master or token, not '%s'.".formatted(part),
              "--part ist main, master oder token, nicht „%s“.".formatted(part));
    }
    return 0;
  }

  private static int check(PostfixLines lines, Optional<String> directory, Console console) {
    Optional<List<Difference>> found = new PostfixCheck(directory).differences(lines);
    if (found.isEmpty()) {
      console.say(
          "# No Postfix is found here, so nothing was checked. Run this on the mail server, or name --config.",
          "# Hier findet sich kein Postfix, geprüft wurde nichts. Auf dem Mailserver aufrufen oder --config nennen.");
      return 0;
    }
    for (Difference d : found.get())
      console.say(
          "missing  %s: %s%s".formatted(d.where(), d.expected(), has(d, " (is: %s)")),
          "fehlt    %s: %s%s".formatted(d.where(), d.expected(), has(d, " (ist: %s)")));
    if (found.get().isEmpty())
      console.say("Postfix has all of it.", "In Postfix ist alles eingetragen.");
    return found.get().isEmpty() ? 0 : 1;
  }

  private static String has(Difference d, String form) {
    return d.found().map(f -> form.formatted(f.isEmpty() ? "–" : f)).orElse("");
  }

  /** What the signed policy says, as the operator's page shows it. */
  private static boolean delays(Api api) {
    for (JsonNode door : api.get("/api/v1/doors").path("doors"))
      if (door.path("name").asText().equals("mail"))
        return door.path("away").asText().equals("delay");
    return false;
  }

  /** The mail server's own token: issued once, kept beside the other secrets. */
  private static String token(Home home, Api api, String employer) throws IOException {
    Path file = home.folder("connect").resolve("postfix-token");
    if (Files.exists(file)) return Files.readString(file).strip();
    ObjectNode body = Api.object().put("role", "enforcer").put("name", "Postfix");
    String token =
        api.post("/api/v1/tokens", body.put("employer", employer)).path("token").asText();
    Secrets.write(file, token + "\n");
    return token;
  }
}
