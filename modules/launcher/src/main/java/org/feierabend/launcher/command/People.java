package org.feierabend.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.feierabend.launcher.Api;
import org.feierabend.launcher.Arguments;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.feierabend.launcher.Instance;
import org.feierabend.launcher.Trouble;

/** Takes people and units over from a file, or shows what that would change. */
final class People implements Command {
  private static final int SHOWN = 50;

  @Override
  public String name() {
    return "people";
  }

  @Override
  public String takes() {
    return "import FILE [--dry-run] [--complete] [--most-leaving PERCENT] [--employer E]";
  }

  @Override
  public String about(Console console) {
    return console.word(
        "take people and units over from a CSV file, whole or not at all",
        "Personen und Einheiten aus einer CSV-Datei übernehmen, ganz oder gar nicht");
  }

  @Override
  public int run(Home home, List<String> words, Console console) throws IOException {
    Arguments arguments =
        Arguments.read(
            words, Set.of("--employer", "--most-leaving"), Set.of("--dry-run", "--complete"));
    if (arguments.rest().size() != 2 || !arguments.rest().get(0).equals("import"))
      throw Trouble.usage(
          "people takes: %s".formatted(takes()), "people erwartet: %s".formatted(takes()));
    byte[] file = Input.read(Path.of(arguments.rest().get(1)));
    Api api = new Api(Instance.running(home), console);
    JsonNode account =
        api.upload(
            "/api/v1/directory/import?dry-run=%s&complete=%s&most-leaving=%s&employer=%s"
                .formatted(
                    arguments.has("--dry-run"),
                    arguments.has("--complete"),
                    Api.segment(arguments.value("--most-leaving").orElse("10")),
                    Api.segment(arguments.value("--employer").orElseGet(() -> only(api)))),
            "text/csv",
            file);
    print(account, console);
    return account.path("complaints").isEmpty() ? 0 : 1;
  }

  /** Who has one employer need not name it. */
  private static String only(Api api) {
    List<String> ids =
        StreamSupport.stream(api.get("/api/v1/employers").path("employers").spliterator(), false)
            .map(e -> e.path("id").asText())
            .toList();
    if (ids.size() == 1) return ids.get(0);
    throw Trouble.usage(
        "Which employer? --employer is one of %s.".formatted(ids),
        "Welcher Arbeitgeber? --employer ist einer von %s.".formatted(ids));
  }

  private static void print(JsonNode account, Console console) {
    String language = console.word("en", "de");
    account.path("notes").forEach(n -> console.out().println(n.path(language).asText()));
    account
        .path("complaints")
        .forEach(
            c ->
                console
                    .out()
                    .println(
                        console.word("line ", "Zeile ")
                            + c.path("line").asInt()
                            + ": "
                            + c.path("value").asText()
                            + ": "
                            + c.path("todo").path(language).asText()));
    int shown = 0;
    for (JsonNode s : account.path("steps"))
      if (shown++ < SHOWN)
        console
            .out()
            .printf(
                "  %-13s %s: %s%n",
                s.path("kind").asText(),
                s.path("id").asText(),
                s.path("what").path(language).asText());
    int more = account.path("steps").size() + account.path("steps_left_off").asInt() - SHOWN;
    if (more > 0)
      console.say("  … and %d more".formatted(more), "  … und %d weitere".formatted(more));
    StringBuilder counts = new StringBuilder();
    account
        .path("counts")
        .properties()
        .forEach(e -> counts.append(e.getKey()).append(' ').append(e.getValue()).append("  "));
    if (!counts.isEmpty()) console.out().println(counts.toString().strip());
    conclude(account, console);
  }

  private static void conclude(JsonNode account, Console console) {
    JsonNode blocks = account.path("blocks");
    if (!blocks.isMissingNode() && !blocks.isNull())
      console.say(
          "From %s on there would be %d blocks of at least %d people."
              .formatted(
                  blocks.path("quarter").asText(),
                  blocks.path("blocks").size(),
                  blocks.path("k").asInt()),
          "Ab %s gäbe es %d Auswertungsgruppen mit mindestens %d Personen."
              .formatted(
                  blocks.path("quarter").asText(),
                  blocks.path("blocks").size(),
                  blocks.path("k").asInt()));
    if (account.path("applied").asBoolean()) console.say("Applied.", "Übernommen.");
    else if (account.path("complaints").isEmpty())
      console.say("Nothing is changed yet.", "Noch ist nichts geändert.");
    else
      console.say(
          "Nothing was changed; mend these lines first.",
          "Nichts wurde geändert; erst diese Zeilen berichtigen.");
  }
}
