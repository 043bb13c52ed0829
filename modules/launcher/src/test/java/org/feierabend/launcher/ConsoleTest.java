package org.feierabend.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
  @ParameterizedTest
  @CsvSource({
    "de_DE.UTF-8,,,German",
    "C.UTF-8,,de_AT.UTF-8,German",
    "de_DE.UTF-8,,C,English",
    "fr_FR.UTF-8,,,English",
    ",,,English"
  })
  void the_locale_decides_the_language_as_it_does_elsewhere(
      String lang, String messages, String all, String expected) {
    Map<String, String> environment =
        Map.of("LANG", text(lang), "LC_MESSAGES", text(messages), "LC_ALL", text(all));
    Console console = Console.of(environment, System.out, System.err);
    assertEquals(expected, console.word("English", "German"));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
