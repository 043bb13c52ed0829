package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import org.feierabend.telework.TeleworkLaw;
import org.feierabend.timeline.PersonFacts.Regime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signed rule book outlives an update of the program. */
class OlderRuleBookTest {
  private static final Path RULES = Path.of(System.getProperty("feierabend.home"), "rules");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  @TempDir Path home;

  @Test
  void one_of_before_there_were_reminders_reminds_on_the_last_day_and_answers_as_before()
      throws IOException {
    assertEquals(Period.ofDays(60), law().remindTerm());
    assertEquals(Duration.ofHours(48), law().longestWeek());
    write(
        "parameters.yaml",
        Files.readString(RULES.resolve("parameters.yaml"))
            .replaceAll("(?m)^(telework-reminder-\\S+|longest-week):\\n(  .*\\n)+", ""));
    TeleworkLaw older = law();
    assertEquals(Period.ZERO, older.remindTerm());
    assertEquals(Period.ZERO, older.remindTrial());
    assertEquals(Period.ofMonths(4), older.trial());
    assertEquals(Duration.ofDays(7), older.longestWeek());
  }

  private TeleworkLaw law() throws IOException {
    for (String name : new String[] {"parameters.yaml", "telework-states.yaml"})
      if (!Files.exists(home.resolve("rules").resolve(name)))
        write(name, Files.readString(RULES.resolve(name)));
    for (Path rule : RuleCompiler.files(RULES.resolve("telework")))
      write("telework/" + rule.getFileName(), Files.readString(rule));
    return new DroolsTelework(home).law(Regime.TARIF, TODAY);
  }

  private void write(String name, String text) throws IOException {
    Path file = home.resolve("rules").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
