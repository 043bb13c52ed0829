package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The other formats, through the whole house. */
@ResourceLock(RunningInstance.SHARED)
class FormatsTest {
  @TempDir Path folder;

  private final RunningInstance instance = RunningInstance.shared();

  @Test
  void commits_are_work_and_no_contacts() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("git.txt"),
            """
            Erika Mustermann\t2026-02-03T18:00:00+01:00
            Max Muster\t2026-02-02T23:15:00+01:00
            nobody without a tab
            Erika Mustermann\t2026-02-01T08:00:00Z
            """);
    ReplayRun run = ReplayRun.run(instance, "commits", file, "git-log", "--units", "1");
    assertEquals(3, run.total("work"));
    assertEquals(Map.of(), run.totals("outcomes"));
    assertTrue(run.output().contains("Line 3 skipped"), run.output());
    assertFalse(run.output().contains("Mustermann"));
  }

  @Test
  void a_mail_log_is_decided_recipient_by_recipient() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mail.log"),
            """
            Jan  5 10:12:44 mail postfix/qmgr[812]: 4F3A21C0A2: from=<anna@stadt.example>, size=1532, nrcpt=2 (queue active)
            Jan  5 10:12:45 mail postfix/local[900]: 4F3A21C0A2: to=<bert@stadt.example>, relay=local, delay=0.3, delays=0.1/0/0/0.2, dsn=2.0.0, status=sent (delivered to maildir)
            Jan  5 10:12:45 mail postfix/local[900]: 4F3A21C0A2: to=<cleo@stadt.example>, relay=local, delay=0.3, delays=0.1/0/0/0.2, dsn=2.0.0, status=sent (delivered to maildir)
            Jan  5 10:12:45 mail postfix/qmgr[812]: 4F3A21C0A2: removed
            Jan  5 22:30:00 mail postfix/qmgr[812]: 5F3A21C0A2: from=<buerger@web.example>, size=1532, nrcpt=1 (queue active)
            Jan  5 22:30:01 mail postfix/local[900]: 5F3A21C0A2: to=<bert@stadt.example>, relay=local, delay=0.3, delays=0.1/0/0/0.2, dsn=2.0.0, status=sent (delivered to maildir)
            Jan  5 22:31:00 mail postfix/qmgr[812]: 6F3A21C0A2: from=<anna@stadt.example>, size=1532, nrcpt=1 (queue active)
            Jan  5 22:31:01 mail postfix/local[900]: 6F3A21C0A2: to=<cleo@stadt.example>, relay=local, delay=0.3, delays=0.1/0/0/0.2, dsn=2.0.0, status=sent (delivered to maildir)
            """);
    ReplayRun run = ReplayRun.run(instance, "mail-log", file, "postfix-log", "--units", "1");
    assertEquals(Map.of("DELIVER", 2L, "SILENCE", 1L, "DEFER", 1L), run.totals("outcomes"));
  }

  @Test
  void events_of_our_own_pass_and_what_the_door_refuses_is_a_dead_letter() throws Exception {
    String event =
        "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"urn:x\",\"type\":\"org.feierabend.%s.v1\",\"time\":\"%s\",\"data\":%s}\n";
    String mail =
        "{\"recipient\":\"a\",\"sender\":\"b\",\"sender_role\":\"MANAGER\",\"channel\":\"CHAT\"}";
    Path file =
        Files.writeString(
            folder.resolve("events.jsonl"),
            event.formatted("1", "contact", "2026-01-05T10:00:00+01:00", mail)
                + event.formatted("1", "contact", "2026-01-05T10:00:00+01:00", mail)
                + event.formatted("2", "contact", "2026-01-05T21:00:00+01:00", mail)
                + event.formatted(
                    "3",
                    "contact",
                    "2026-01-05T11:00:00+01:00",
                    "{\"recipient\":\"a\",\"sender_role\":\"CHEF\",\"channel\":\"CHAT\"}")
                + event.formatted(
                    "4",
                    "work",
                    "2026-01-05T12:00:00+01:00",
                    "{\"person\":\"b\",\"change\":\"END\"}")
                + "{\"specversion\":\"1.0\"}\n");
    ReplayRun run = ReplayRun.run(instance, "own-events", file, "cloudevents", "--units", "1");
    assertEquals(Map.of("DELIVER", 1L, "DEFER", 1L), run.totals("outcomes"));
    assertEquals(1, run.total("dead_letters"));
    assertEquals(1, run.total("duplicates"));
    assertEquals(1, run.total("work"));
    assertTrue(run.output().contains("Line 6 skipped"), run.output());
  }
}
