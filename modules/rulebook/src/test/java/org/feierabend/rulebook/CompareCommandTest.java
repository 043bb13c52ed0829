package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.decision.Cell.Shape;
import org.feierabend.decision.Language;
import org.feierabend.timeline.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));

  @TempDir Path folder;

  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final ByteArrayOutputStream refused = new ByteArrayOutputStream();

  @Test
  void an_edition_does_not_differ_from_itself() {
    assertEquals(0, compare("p0", HOME.toString()));
    assertEquals("Keine Entscheidung ändert sich.\nNo decision changes.\n", told());
  }

  @Test
  void mail_that_is_silenced_instead_of_held_is_told_in_both_languages() {
    assertEquals(0, compare("p0", "city"));
    assertTrue(
        told().contains("kinds of contact change from HOLD BACK to DELIVER SILENTLY"), told());
    assertTrue(told().contains("by mail"), told());
    assertTrue(
        told().contains("Arten von Kontakten ändern sich von ZURÜCKHALTEN zu STILL ABLEGEN"));
  }

  @Test
  void a_folder_without_a_rule_is_told_by_what_it_no_longer_protects() throws IOException {
    Path rules = Files.createDirectories(folder.resolve("reachability"));
    for (Path f : RuleCompiler.files(HOME.resolve("rules/reachability")))
      if (!f.endsWith("day-off.drl")) Files.copy(f, rules.resolve(f.getFileName()));
    assertEquals(0, compare(HOME.resolve("rules").toString(), folder.toString()));
    assertTrue(told().contains("change from HOLD BACK to DELIVER"), told());
    assertTrue(told().contains("on a day off"), told());
  }

  @Test
  void a_number_of_the_law_that_changes_is_told_although_no_rule_does() throws IOException {
    Path rules = HOME.resolve("rules");
    for (String name : List.of("a", "b")) {
      Path copy = Files.createDirectories(folder.resolve(name + "/reachability"));
      for (Path f : RuleCompiler.files(rules.resolve("reachability")))
        Files.copy(f, copy.resolve(f.getFileName()));
    }
    String numbers = Files.readString(rules.resolve("parameters.yaml"));
    String shorter = numbers.replace("[beamte], value: PT11H", "[beamte], value: PT9H");
    Files.writeString(folder.resolve("a/parameters.yaml"), numbers);
    Files.writeString(folder.resolve("b/parameters.yaml"), shorter);
    assertEquals(0, compare(folder.resolve("a").toString(), folder.resolve("b").toString()));
    assertEquals(
        """
        Keine Antwort der Regeln ändert sich, wohl aber, worauf sie beruhen:
        No answer of the rules changes, but what they rest on does:
        Die Zahl daily-rest ändert sich: es entfällt 2014-08-01 [beamte] PT11H; es gilt neu 2014-08-01 [beamte] PT9H.
        The number daily-rest changes: gone is 2014-08-01 [beamte] PT11H; new is 2014-08-01 [beamte] PT9H.
        Die Datei parameters.yaml lautet anders.
        The file parameters.yaml reads differently.
        """,
        told());
  }

  @Test
  void an_edition_nobody_knows_is_refused_with_the_known_ones() {
    assertEquals(2, compare("p0", "weather"));
    assertTrue(refused.toString(StandardCharsets.UTF_8).contains("city, p0]"));
    assertEquals(2, compare("p0"));
  }

  @Test
  void every_word_of_a_rule_is_said_in_both_languages() {
    for (Enum<?>[] words :
        List.<Enum<?>[]>of(
            Fact.values(),
            ContactKind.values(),
            Urgency.values(),
            Channel.values(),
            Sender.values(),
            Shape.values())) for (Enum<?> w : words) InWords.of(w);
  }

  private int compare(String... editions) {
    return CompareCommand.run(
        HOME,
        List.of(editions),
        Language.EN,
        new PrintStream(told, true, StandardCharsets.UTF_8),
        new PrintStream(refused, true, StandardCharsets.UTF_8));
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }
}
