package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The guides for administrators hold: the recordings beside them show all of what they say to type,
 * and in a full run each is followed word by word on a machine of its own, with the servers as
 * Debian's packages bring them. That needs namespaces, which not every machine gives.
 */
class GuidesTest {
  private static final int OPENS_AFTER = 90;

  @ParameterizedTest
  @CsvSource({
    "prosody.md, de/prosody.md, connect-prosody.recording.txt",
    "caldav.md, de/kalender.md, connect-caldav.recording.txt"
  })
  void both_languages_say_the_same_to_type_and_the_recording_shows_all_of_it(
      String english, String german, String recording) {
    List<String> typed = Guide.of(english).typed();
    assertTrue(typed.size() > 15, typed.toString());
    assertEquals(typed, Guide.of(german).typed());
    List<String> recorded = Guide.of(recording).recorded();
    for (String line : typed)
      assertTrue(recorded.contains(line), "record %s again: %s".formatted(english, line));
  }

  @Test
  void what_the_guides_set_is_a_setting_there_is() throws IOException {
    String known =
        Files.readString(
            Path.of(System.getProperty("feierabend.home"), "config/feierabend.properties"));
    for (String guide : List.of("prosody.md", "caldav.md")) {
      List<String> settings = Guide.of(guide).settings();
      assertFalse(settings.isEmpty());
      for (String name : settings) assertTrue(known.contains("#" + name + "="), name);
    }
  }

  @Test
  @Tag("slow")
  void prosody_is_connected_as_the_guide_says() throws IOException {
    demand("prosody");
    Guide shown = Guide.followed("prosody.md", "prosody", OPENS_AFTER);
    in(
        shown,
        List.of(
            "chat            up", "Good morning", "chat            down", "chat            up"));
    String before = shown.text().split("# When Emil's window opens")[0];
    assertEquals(1, count(before, "Are you there"), "typed, and not heard: " + before);
    assertEquals(2, count(shown.text(), "Are you there"), "heard once: " + shown.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cyrus", "radicale"})
  @Tag("slow")
  void calendars_are_connected_as_the_guide_says(String server) throws IOException {
    demand(server);
    Guide shown = Guide.followed("caldav.md", server, 0);
    in(
        shown,
        List.of("calendar        up", "last event", "calendar        down", "calendar        up"));
    assertFalse(shown.text().contains("Nobody else"), shown.text());
  }

  private static void demand(String server) {
    String missing = System.getProperty("feierabend.skip." + server, "");
    assumeTrue(missing.isEmpty(), missing);
    assumeTrue(
        "root".equals(System.getProperty("user.name")) || "true".equals(System.getenv("CI")),
        "an administrator is root");
  }

  /** One after the other, whatever stands between. */
  private static void in(Guide shown, List<String> expected) {
    int at = 0;
    for (String line : expected) {
      int found = shown.text().indexOf(line, at);
      assertTrue(found >= 0, "no '%s' behind %d in:%n%s".formatted(line, at, shown.text()));
      at = found + line.length();
    }
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
