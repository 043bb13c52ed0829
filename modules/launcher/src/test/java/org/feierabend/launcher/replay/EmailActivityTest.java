package org.feierabend.launcher.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmailActivityTest {
  @TempDir Path folder;

  private ReadFile read(String... lines) throws Exception {
    return ReadFile.of(folder, ReplayFormat.EMAIL_ACTIVITY, "2026-01-05", lines);
  }

  @Test
  void seconds_are_local_time_from_the_start_in_winter_and_in_summer() throws Exception {
    long summer = 100L * 86_400 + 12 * 3_600; // 2026-04-15 12:00
    ReadFile file = read("1 2 0", "3 4 2797", "1 2 " + summer);
    assertEquals(
        List.of(
            Instant.parse("2026-01-04T23:00:00Z"),
            Instant.parse("2026-01-04T23:46:37Z"),
            Instant.parse("2026-04-15T10:00:00Z")),
        file.events.stream().map(ReplayEvent::at).toList());
  }

  @Test
  void a_local_time_the_clocks_skip_moves_forward_and_order_of_time_is_kept() throws Exception {
    long day = 83L * 86_400; // 2026-03-29
    ReadFile file = read("1 2 " + (day + 9_000), "3 4 " + (day + 10_800)); // 02:30 and 03:00
    assertEquals(
        List.of(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-03-29T01:30:00Z")),
        file.events.stream().map(ReplayEvent::at).toList());
    assertEquals("2", file.events.get(0).id());
  }

  @Test
  void a_mail_names_both_and_one_to_oneself_says_so() throws Exception {
    ReadFile file = read("330 116 5", "7 7 6");
    assertEquals(
        List.of(
            "2026-01-04T23:00:05Z {\"recipient\":\"p116\",\"sender\":\"p330\",\"sender_role\":\"COLLEAGUE\",\"channel\":\"MAIL\"}",
            "2026-01-04T23:00:06Z {\"recipient\":\"p7\",\"sender\":\"p7\",\"sender_role\":\"SELF\",\"channel\":\"MAIL\"}"),
        file.sent());
    assertEquals(3, file.file.people().count());
  }

  @Test
  void bad_lines_are_skipped_with_number_and_reason_and_never_quoted() throws Exception {
    ReadFile file =
        read(
            "1 2 0",
            "",
            "erika@example.org 2 5",
            "1 2",
            "1 2 3 4",
            "1 2 -5",
            "1 2 99999999999999",
            "1 2 9999999999999999999999",
            "\u0000\u0001",
            "1 2 7");
    assertEquals(2, file.events.size());
    assertEquals(7, file.file.skipped().count());
    assertEquals(3, file.file.skipped().first().get(0).number());
    assertFalse(file.file.skipped().first().toString().contains("erika"));
  }

  @Test
  void of_many_bad_lines_the_first_twenty_are_shown_and_all_are_counted() throws Exception {
    String[] lines = new String[50];
    java.util.Arrays.fill(lines, "x");
    ReadFile file = read(lines);
    assertEquals(50, file.file.skipped().count());
    assertEquals(20, file.file.skipped().first().size());
  }

  @Test
  void a_windows_file_with_a_byte_order_mark_reads_like_any_other() throws Exception {
    assertEquals(2, read("\uFEFF1 2 0\r", "1 2 5\r").events.size());
  }
}
