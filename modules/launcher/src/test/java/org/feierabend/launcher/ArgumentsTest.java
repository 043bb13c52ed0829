package org.feierabend.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  private static Arguments read(String... words) {
    return Arguments.read(List.of(words), Set.of("--port", "--role"), Set.of("--all"));
  }

  @Test
  void options_switches_and_the_rest_are_told_apart() {
    Arguments arguments = read("add", "--port", "9000", "--all", "maria", "--role=hr,council");
    assertEquals(Optional.of(9000), arguments.port("--port"));
    assertEquals(Optional.of("hr,council"), arguments.value("--role"));
    assertTrue(arguments.has("--all"));
    assertEquals(List.of("add", "maria"), arguments.rest());
  }

  @Test
  void an_unknown_option_is_named_with_the_known_ones() {
    Trouble trouble = assertThrows(Trouble.class, () -> read("--prot", "9000"));
    assertEquals(
        "--prot is no option here; known are [--all, --port, --role].", trouble.getMessage());
    assertEquals(Trouble.USAGE, trouble.exit());
  }

  @Test
  void an_option_without_its_value_is_refused() {
    assertEquals(
        "--port needs a value after it.",
        assertThrows(Trouble.class, () -> read("--port")).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "65533", "x", "-1", "99999999999"})
  void a_port_that_cannot_be_is_refused_by_its_value(String port) {
    Trouble trouble = assertThrows(Trouble.class, () -> read("--port", port).port("--port"));
    assertEquals(
        "--port must be between 1024 and 65532, but is '%s'.".formatted(port),
        trouble.getMessage());
  }
}
