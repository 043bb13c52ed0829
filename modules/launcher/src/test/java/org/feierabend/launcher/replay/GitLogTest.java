package org.feierabend.launcher.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitLogTest {
  @TempDir Path folder;

  @Test
  void a_commit_is_work_that_ends_and_authors_are_numbers_in_order_of_appearance()
      throws Exception {
    ReadFile file =
        ReadFile.of(
            folder,
            ReplayFormat.GIT_LOG,
            "2026-01-05",
            "Erika Mustermann\t2026-02-03T18:00:00+01:00",
            "Max Muster\t2026-02-02T23:15:00-05:00",
            "erika mustermann\t2026-02-01T08:00:00Z");
    assertEquals(
        List.of(
            "2026-02-01T08:00:00Z {\"person\":\"p0\",\"change\":\"END\"}",
            "2026-02-03T04:15:00Z {\"person\":\"p1\",\"change\":\"END\"}",
            "2026-02-03T17:00:00Z {\"person\":\"p0\",\"change\":\"END\"}"),
        file.sent());
    assertEquals(ReplayEvent.WORK, file.events.get(0).type());
    assertEquals(2, file.file.people().count());
  }

  @Test
  void a_line_without_tab_author_or_offset_is_skipped() throws Exception {
    ReadFile file =
        ReadFile.of(
            folder,
            ReplayFormat.GIT_LOG,
            "2026-01-05",
            "Erika 2026-02-03T18:00:00+01:00",
            "\t2026-02-03T18:00:00+01:00",
            "Erika\t2026-02-03T18:00:00",
            "Erika\t1970-01-01T00:00:00Z",
            "Erika\tyesterday");
    assertEquals(0, file.events.size());
    assertEquals(5, file.file.skipped().count());
    assertFalse(file.file.skipped().first().toString().contains("Erika"));
  }
}
