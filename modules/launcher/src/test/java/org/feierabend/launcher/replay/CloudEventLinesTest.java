package org.feierabend.launcher.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudEventLinesTest {
  @TempDir Path folder;

  private ReadFile read(String... lines) throws Exception {
    return ReadFile.of(folder, ReplayFormat.CLOUDEVENTS, "2026-01-05", lines);
  }

  private static String event(String id, String time, String type, String data) {
    return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"urn:x\",\"type\":\"org.feierabend.%s.v1\",\"time\":\"%s\",\"data\":%s}"
        .formatted(id, type, time, data);
  }

  @Test
  void people_become_numbers_and_the_rest_of_the_data_stays() throws Exception {
    ReadFile file =
        read(
            event(
                "b",
                "2026-01-06T10:00:00+01:00",
                "meeting",
                "{\"person\":\"ümit@example.org\",\"invited\":3}"),
            event(
                "a",
                "2026-01-05T10:00:00+01:00",
                "contact",
                "{\"recipient\":\"ümit@example.org\",\"sender\":\"cleo\",\"sender_role\":\"MANAGER\",\"channel\":\"CHAT\"}"),
            event(
                "c",
                "2026-01-06T11:00:00+01:00",
                "contact",
                "{\"recipient\":\"cleo\",\"sender\":\"somebody@web.example\",\"sender_role\":\"CITIZEN\",\"channel\":\"MAIL\"}"));
    assertEquals(
        List.of(
            "2026-01-05T09:00:00Z {\"recipient\":\"p0\",\"sender\":\"p1\",\"sender_role\":\"MANAGER\",\"channel\":\"CHAT\"}",
            "2026-01-06T09:00:00Z {\"person\":\"p0\",\"invited\":3}",
            "2026-01-06T10:00:00Z {\"recipient\":\"p1\",\"sender_role\":\"CITIZEN\",\"channel\":\"MAIL\"}"),
        file.sent());
    assertEquals(2, file.file.people().count());
  }

  @Test
  void the_same_event_twice_keeps_one_id_that_shows_nothing_of_it() throws Exception {
    String line =
        event(
            "<mail@example.org>",
            "2026-01-05T10:00:00Z",
            "work",
            "{\"person\":\"a\",\"change\":\"BEGIN\"}");
    ReadFile file = read(line, line);
    assertEquals(file.events.get(0).id(), file.events.get(1).id());
    assertFalse(file.events.get(0).id().contains("mail"));
  }

  @Test
  void what_is_no_event_of_ours_is_skipped() throws Exception {
    ReadFile file =
        read(
            "[1]",
            "{",
            "{\"specversion\":\"0.3\"}",
            event("a", "2026-01-05T10:00:00Z", "secret", "{}"),
            event("a", "2026-01-05", "work", "{\"person\":\"a\"}"),
            event("a", "2026-01-05T10:00:00Z", "work", "3"),
            event("a", "2026-01-05T10:00:00Z", "contact", "{\"person\":\"a\"}"));
    assertEquals(0, file.events.size());
    assertEquals(7, file.file.skipped().count());
  }
}
