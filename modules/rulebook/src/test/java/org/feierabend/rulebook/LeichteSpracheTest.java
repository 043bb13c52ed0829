package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule's sentence stands in Leichte Sprache too. */
class LeichteSpracheTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));

  @TempDir Path home;

  @Test
  void every_rule_of_the_house_says_its_sentence_in_leichte_sprache() {
    List<String> complaints = new ArrayList<>();
    for (Path file : RuleCompiler.files(HOME.resolve("rules")))
      for (RuleText rule : RuleFile.read(file).rules())
        for (String c : LeichteSprache.complaints(rule.leicht()))
          complaints.add(rule.name() + ": " + c);
    assertEquals(List.of(), complaints);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sie haben Ruhezeit | does not end",
        "Die Nachricht wird zugestellt. | 'wird'",
        "Das ist das Ende des Tages. | 'des'",
        "Es gilt das Erreichbarkeitsfenster. | 'Erreichbarkeitsfenster' is long",
        "Sie ruhen; danach geht es weiter. | two things",
        "Sie haben heute am Abend nach der langen Arbeit im Amt noch eine Ruhe. | 14 words",
      })
  void what_a_machine_sees_is_named_with_what_to_do(String text, String told) {
    assertTrue(LeichteSprache.complaints(text).toString().contains(told), text);
  }

  @Test
  void the_rule_book_is_not_written_over_a_sentence_that_is_none() throws IOException {
    Path file = Files.createDirectories(home.resolve("rules/alerts")).resolve("canary.drl");
    Files.copy(HOME.resolve("rules/parameters.yaml"), home.resolve("rules/parameters.yaml"));
    Files.writeString(
        file,
        Files.readString(HOME.resolve("rules/alerts/canary.drl"))
            .replaceFirst("@leicht\\(\"[^\"]*\"", "@leicht(\"Der Hinweis wird unterdrückt.\""));
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    assertEquals(2, RuleBookCommand.run(home, List.of(), System.out, new PrintStream(told)));
    String text = told.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("canary.drl") && text.contains("'wird'"), text);
  }
}
