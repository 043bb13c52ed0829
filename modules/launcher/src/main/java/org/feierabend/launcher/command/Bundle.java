package org.feierabend.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.launcher.Api;
import org.feierabend.launcher.Arguments;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.feierabend.launcher.Instance;
import org.feierabend.launcher.Trouble;
import org.feierabend.rulebook.BundleCommand;

/** Policies, telework templates and rule packs from city to city, signed, with their scenarios. */
final class Bundle implements Command {
  @Override
  public String name() {
    return "bundle";
  }

  @Override
  public String takes() {
    return "export policy NAME|telework|rules FILE --city ID [--key FILE] [--signed FOLDER] | check FILE [--key FILE.pub]"
        + " | import FILE --employer E [--from INSTANT]";
  }

  @Override
  public String about(Console console) {
    return console.word(
        "hand policies, telework templates and rules to another city, or try and take theirs",
        "Vereinbarungen, Muster und Regeln an andere Städte geben, deren prüfen und übernehmen");
  }

  @Override
  public int run(Home home, List<String> words, Console console) throws Exception {
    Arguments arguments =
        Arguments.read(
            words, Set.of("--city", "--key", "--signed", "--employer", "--from"), Set.of());
    List<String> rest = arguments.rest();
    if (rest.size() < 2) throw usage(words);
    Path file = Path.of(rest.get(rest.size() - 1));
    Optional<Path> key = arguments.value("--key").map(Path::of);
    return switch (rest.get(0)) {
      case "export" ->
          rules(home, console)
              .export(
                  needed(arguments, "--city"),
                  rest.subList(1, rest.size() - 1),
                  file,
                  key.orElse(home.var().resolve("keys/ledger.key")),
                  arguments.value("--signed").map(Path::of),
                  LocalDate.now());
      case "check" -> rules(home, console).check(Input.read(file), texts(key));
      case "import" -> taken(home, arguments, file, console);
      default -> throw usage(words);
    };
  }

  private static List<String> texts(Optional<Path> key) throws IOException {
    return key.isEmpty()
        ? List.of()
        : List.of(new String(Input.read(key.get()), StandardCharsets.UTF_8));
  }

  private static BundleCommand rules(Home home, Console console) {
    return new BundleCommand(home.root(), RuleCommand.language(console), console.out());
  }

  private static int taken(Home home, Arguments arguments, Path file, Console console)
      throws IOException {
    Instance instance =
        Instance.findRunning(home)
            .orElseThrow(
                () ->
                    Trouble.of(
                        "No instance runs on %s. Start one: ./feierabend run".formatted(home.var()),
                        "Auf %s läuft keine Instanz. Erst starten: ./feierabend run"
                            .formatted(home.var())));
    String path =
        "/api/v1/bundles?employer="
            + Api.segment(needed(arguments, "--employer"))
            + arguments.value("--from").map(from -> "&from=" + Api.segment(from)).orElse("");
    JsonNode answer = new Api(instance, console).postZip(path, Input.read(file));
    console.out().println(answer.path("landed").path(console.word("en", "de")).asText());
    return 0;
  }

  private static String needed(Arguments arguments, String option) {
    return arguments
        .value(option)
        .orElseThrow(
            () ->
                Trouble.usage(
                    "%s is missing: the employer's id.".formatted(option),
                    "%s fehlt: die Kennung des Arbeitgebers.".formatted(option)));
  }

  private Trouble usage(List<String> words) {
    return Trouble.usage(
        "'bundle %s' does not exist. It takes: %s".formatted(String.join(" ", words), takes()),
        "„bundle %s“ gibt es nicht. Möglich: %s".formatted(String.join(" ", words), takes()));
  }
}
