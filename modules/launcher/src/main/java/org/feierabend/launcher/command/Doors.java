package org.feierabend.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.feierabend.launcher.Api;
import org.feierabend.launcher.Arguments;
import org.feierabend.launcher.Command;
import org.feierabend.launcher.Console;
import org.feierabend.launcher.Home;
import org.feierabend.launcher.Instance;

/** What the operator's page says of the doors, on a terminal; a door that is down fails it. */
final class Doors implements Command {
  private record Words(String english, String german) {}

  private static final Map<String, Words> TROUBLE =
      Map.of(
          "NOT_OPEN",
          new Words(
              "our own side could not be opened", "unsere eigene Seite ließ sich nicht öffnen"),
          "SERVER_AWAY",
          new Words("the other server does not answer", "der andere Server antwortet nicht"),
          "CREDENTIALS_REFUSED",
          new Words(
              "the other server refuses our credentials",
              "der andere Server weist unsere Zugangsdaten ab"),
          "EMPLOYER_UNKNOWN",
          new Words(
              "there is no employer of the configured name",
              "eine Dienststelle mit dem eingestellten Namen gibt es nicht"),
          "CONTENT_REFUSED",
          new Words(
              "the other server sent content, which was refused",
              "der andere Server hat Inhalte geschickt; sie wurden abgewiesen"),
          "SUBSCRIPTION_ENDED",
          new Words(
              "the other server has ended its subscription",
              "der andere Server hat das Abonnement beendet"));

  @Override
  public String name() {
    return "doors";
  }

  @Override
  public String about(Console console) {
    return console.word(
        "whether the doors beside your servers are open; 1 if one is down",
        "ob die Türen neben Ihren Servern offen sind; 1, wenn eine gestört ist");
  }

  @Override
  public int run(Home home, List<String> words, Console console) {
    Arguments.read(words, java.util.Set.of(), java.util.Set.of());
    boolean down = false;
    int off = 0;
    for (JsonNode door :
        new Api(Instance.running(home), console).get("/api/v1/doors").path("doors")) {
      String state = door.path("state").asText();
      if (state.equals("off")) off++;
      else print(door, state.equals("up"), console);
      down |= state.equals("down");
    }
    console.say(
        "%d are off; docs/guide says how to open them.".formatted(off),
        "%d sind aus; docs/guide sagt, wie man sie öffnet.".formatted(off));
    return down ? 1 : 0;
  }

  private static void print(JsonNode door, boolean up, Console console) {
    StringBuilder line = new StringBuilder(door.path("at").asText());
    if (!up) {
      String trouble = door.path("trouble").asText();
      Words why = TROUBLE.getOrDefault(trouble, new Words(trouble, trouble));
      line.append(": ").append(console.word(why.english(), why.german()));
    }
    if (door.hasNonNull("last_event"))
      line.append(console.word(", last event ", ", zuletzt "))
          .append(door.path("last_event").asText());
    console
        .out()
        .printf(
            "%-15s %-7s %s%n",
            door.path("name").asText(),
            up ? console.word("up", "offen") : console.word("down", "gestört"),
            line);
  }
}
