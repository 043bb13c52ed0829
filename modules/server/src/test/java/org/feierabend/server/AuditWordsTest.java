package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.feierabend.audit.AuditEvent;
import org.feierabend.audit.Detail;
import org.feierabend.people.Role;
import org.junit.jupiter.api.Test;

/** Whatever can stand in the audit log is said on the page in both languages, and documented. */
class AuditWordsTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home"));

  @Test
  void every_word_is_said_in_german_and_in_english_and_stands_in_the_documentation()
      throws IOException {
    List<String> keys = new ArrayList<>(List.of("audit.role.server"));
    for (AuditEvent event : AuditEvent.values()) keys.add("audit." + event.word());
    for (Detail detail : Detail.values()) keys.add("audit.detail." + detail.word());
    for (Role role : Role.values()) keys.add("audit.role." + role.key());
    List<String> choices = Stream.of(Detail.values()).flatMap(d -> d.words().stream()).toList();
    assertTrue(choices.containsAll(List.of("collective", "short", "agreed")), choices.toString());
    for (String word : choices) keys.add("word." + word);
    for (String language : List.of("de", "en")) {
      String texts =
          Files.readString(
              HOME.resolve("modules/server/src/main/webapp/app/texts.%s.js".formatted(language)));
      for (String key : keys)
        assertTrue(texts.contains("'" + key + "':"), language + " does not say " + key);
    }
    String page = Files.readString(HOME.resolve("docs/audit.md"));
    for (Detail detail : Detail.values())
      assertTrue(page.contains("`" + detail.word() + "`"), "docs/audit.md: " + detail.word());
    for (AuditEvent event : AuditEvent.values()) {
      String[] words = event.word().split("\\.");
      assertTrue(
          page.contains("`" + event.word() + "`")
              || (page.contains("`" + words[0] + ".") && page.contains("`" + words[1] + "`")),
          "docs/audit.md: " + event.word());
    }
  }
}
