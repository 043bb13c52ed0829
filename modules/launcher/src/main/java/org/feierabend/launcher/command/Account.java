package org.feierabend.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.feierabend.launcher.Api;
import org.feierabend.launcher.Arguments;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.feierabend.launcher.Instance;
import org.feierabend.launcher.Trouble;

/** Issues and revokes log-ins of people and tokens of machines. */
final class Account implements Command {
  private static final Set<String> PEOPLE =
      Set.of("employee", "hr", "council", "manager", "operator");
  private static final Set<String> MACHINES =
      Set.of("source", "enforcer", "provisioner", "operator");
  private static final int PASSWORD_BYTES = 15;

  @Override
  public String name() {
    return "account";
  }

  @Override
  public String takes() {
    return "add USER --role ROLE[,ROLE] [--employer E] [--person P] [--language de|en] [--password-stdin]"
        + " | list | revoke USER | token --role ROLE [--employer E] [--name N] | tokens | revoke-token ID";
  }

  @Override
  public String about(Console console) {
    return console.word(
        "issue and revoke log-ins and machine tokens of the running instance",
        "Zugänge und Maschinen-Token der laufenden Instanz vergeben und entziehen");
  }

  @Override
  public int run(Home home, List<String> words, Console console) throws Exception {
    Arguments arguments =
        Arguments.read(
            words,
            Set.of("--role", "--employer", "--person", "--name", "--language"),
            Set.of("--password-stdin"));
    String action = word(arguments, 0, "add, list, revoke, token, tokens, revoke-token");
    Api api = new Api(Instance.running(home), console);
    switch (action) {
      case "add" -> add(api, arguments, console);
      case "list" -> api.get("/api/v1/accounts").path("accounts").forEach(a -> print(a, console));
      case "revoke" -> {
        api.delete("/api/v1/accounts/" + Api.segment(word(arguments, 1, "USER")));
        console.say("Revoked.", "Entzogen.");
      }
      case "token" -> token(api, arguments, console);
      case "tokens" -> api.get("/api/v1/tokens").path("tokens").forEach(t -> print(t, console));
      case "revoke-token" -> {
        api.delete("/api/v1/tokens/" + Api.segment(word(arguments, 1, "ID")));
        console.say("Revoked.", "Entzogen.");
      }
      default ->
          throw Trouble.usage(
              "'account %s' does not exist. It takes: %s".formatted(action, takes()),
              "„account %s“ gibt es nicht. Möglich: %s".formatted(action, takes()));
    }
    return 0;
  }

  private static void add(Api api, Arguments arguments, Console console) throws IOException {
    String user = word(arguments, 1, "USER");
    boolean given = arguments.has("--password-stdin");
    String password = given ? passwordFromInput() : generated();
    ObjectNode body = Api.object().put("user", user).put("password", password);
    roles(arguments, PEOPLE).forEach(body.putArray("roles")::add);
    arguments.value("--employer").ifPresent(e -> body.put("employer", e));
    arguments.value("--person").ifPresent(p -> body.put("person", p));
    arguments.value("--language").ifPresent(l -> body.put("language", l));
    api.post("/api/v1/accounts", body);
    console.say("Account %s is ready.".formatted(user), "Zugang %s ist angelegt.".formatted(user));
    if (!given)
      console.say(
          "Password, shown this once: %s".formatted(password),
          "Passwort, nur dieses eine Mal gezeigt: %s".formatted(password));
  }

  private static void token(Api api, Arguments arguments, Console console) {
    String role = roles(arguments, MACHINES).get(0);
    ObjectNode body = Api.object().put("role", role);
    body.put("name", arguments.value("--name").orElse(role));
    arguments.value("--employer").ifPresent(e -> body.put("employer", e));
    JsonNode answer = api.post("/api/v1/tokens", body);
    console.say(
        "Token %s, shown this once: %s"
            .formatted(answer.path("id").asText(), answer.path("token").asText()),
        "Token %s, nur dieses eine Mal gezeigt: %s"
            .formatted(answer.path("id").asText(), answer.path("token").asText()));
  }

  private static List<String> roles(Arguments arguments, Set<String> known) {
    List<String> sorted = known.stream().sorted().toList();
    List<String> roles =
        arguments
            .value("--role")
            .map(text -> List.of(text.split(",")))
            .orElseThrow(
                () ->
                    Trouble.usage(
                        "--role is missing; it is one of %s.".formatted(sorted),
                        "--role fehlt; möglich sind %s.".formatted(sorted)));
    for (String role : roles)
      if (!known.contains(role))
        throw Trouble.usage(
            "'%s' is no role here; it is one of %s.".formatted(role, sorted),
            "„%s“ ist hier keine Rolle; möglich sind %s.".formatted(role, sorted));
    return roles;
  }

  private static String word(Arguments arguments, int position, String what) {
    if (arguments.rest().size() > position) return arguments.rest().get(position);
    throw Trouble.usage("Missing: %s.".formatted(what), "Es fehlt: %s.".formatted(what));
  }

  private static String passwordFromInput() throws IOException {
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    if (line == null || line.isEmpty())
      throw Trouble.usage(
          "--password-stdin found no line on the standard input.",
          "--password-stdin hat auf der Standardeingabe keine Zeile gefunden.");
    return line;
  }

  private static String generated() {
    byte[] bits = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  private static void print(JsonNode row, Console console) {
    StringBuilder line = new StringBuilder();
    row.properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              line.append(field.getKey())
                  .append('=')
                  .append(value.isValueNode() ? value.asText() : value.toString())
                  .append("  ");
            });
    console.out().println(line.toString().strip());
  }
}
