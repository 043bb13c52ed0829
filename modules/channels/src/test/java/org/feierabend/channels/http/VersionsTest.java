package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What If-Match names (RFC 9110, 13.1.1). */
class VersionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"*", " * ", "\"3\"", "3", "W/\"3\"", "\"1\", \"3\""})
  void any_version_or_the_one_that_is_there(String ifMatch) {
    Versions.requireRead(3, ifMatch);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "\"*\"", "", "\"1\", \"2\"", "33"})
  void no_other(String ifMatch) {
    Trouble changed = assertThrows(Trouble.class, () -> Versions.requireRead(3, ifMatch));
    assertEquals(412, changed.status());
  }

  @Test
  void none_at_all_is_asked_for() {
    assertEquals(428, assertThrows(Trouble.class, () -> Versions.requireRead(3, null)).status());
  }
}
