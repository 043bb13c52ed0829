package org.feierabend.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir Path root;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  private int call(boolean german, String... words) {
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    return Main.dispatch(root, List.of(words), new Console(stream, stream, german));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void an_unknown_command_is_named_and_ends_with_two() {
    assertEquals(2, call(false, "rnu"));
    assertEquals("'rnu' is no command. ./feierabend help lists them.", said().strip());
  }

  @Test
  void help_speaks_german_where_the_locale_does() {
    assertEquals(0, call(true, "--help"));
    assertTrue(said().contains("Strg-C hält sie an"), said());
  }

  @Test
  void an_account_cannot_be_made_where_nothing_runs() {
    assertEquals(1, call(false, "account", "add", "maria", "--role", "hr"));
    assertTrue(said().contains("Start one: ./feierabend run"), said());
  }

  @Test
  void a_misspelt_option_of_run_starts_nothing() {
    assertEquals(2, call(false, "run", "--prot", "9000"));
    assertEquals("--prot is no option here; known are [--port].", said().strip());
  }

  @Test
  void open_data_that_are_not_there_are_named_and_no_stack_is_shown() {
    assertEquals(2, call(true, "compare-open-data", root + "/a.zip", root + "/b.zip"));
    assertEquals(
        "Die Datei %s/a.zip lässt sich nicht lesen; zwei ZIPs offener Daten nennen."
            .formatted(root),
        said().strip());
  }
}
