package org.feierabend.launcher.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostfixLogTest {
  @TempDir Path folder;

  private ReadFile read(String start, String... lines) throws Exception {
    return ReadFile.of(folder, ReplayFormat.POSTFIX_LOG, start, lines);
  }

  private static final String QUEUED =
      " mail postfix/qmgr[812]: %s: from=<%s>, size=1532, nrcpt=1 (queue active)";
  private static final String LOCAL =
      " mail postfix/local[900]: %s: to=<%s>, relay=local, delay=0.3, delays=0.1/0/0/0.2, dsn=2.0.0, status=sent (delivered to maildir)";
  private static final String OUT =
      " mail postfix/smtp[901]: %s: to=<%s>, relay=mx.other.example[192.0.2.7]:25, delay=1, delays=0.1/0/0.4/0.5, dsn=2.0.0, status=sent (250 ok)";

  @Test
  void the_queue_id_joins_sender_and_each_recipient() throws Exception {
    ReadFile file =
        read(
            "2026-01-05",
            "Jan  5 08:12:43 mail postfix/smtpd[800]: 4F3A21C0A2: client=desk[192.0.2.1], sasl_username=anna",
            "Jan  5 08:12:43 mail postfix/cleanup[801]: 4F3A21C0A2: message-id=<x@stadt.example>",
            "Jan  5 08:12:44" + QUEUED.formatted("4F3A21C0A2", "anna@stadt.example"),
            "Jan  5 08:12:45" + LOCAL.formatted("4F3A21C0A2", "bert@stadt.example"),
            "Jan  5 08:12:46" + LOCAL.formatted("4F3A21C0A2", "Anna@stadt.example"),
            "Jan  5 08:12:46 mail postfix/qmgr[812]: 4F3A21C0A2: removed",
            "Jan  5 08:12:47 mail dovecot: imap-login: Login: user=<bert>",
            "Jan  5 08:12:48" + LOCAL.formatted("4F3A21C0A2", "bert@stadt.example"));
    assertEquals(
        List.of(
            "2026-01-05T07:12:45Z {\"recipient\":\"p1\",\"sender\":\"p0\",\"sender_role\":\"COLLEAGUE\",\"channel\":\"MAIL\"}",
            "2026-01-05T07:12:46Z {\"recipient\":\"p0\",\"sender\":\"p0\",\"sender_role\":\"SELF\",\"channel\":\"MAIL\"}"),
        file.sent());
    assertEquals(8, file.file.skipped().first().get(0).number());
    assertTrue(file.file.skipped().first().get(0).reason().contains("queue id"));
  }

  @Test
  void retries_count_once_at_the_first_attempt_and_bounces_never() throws Exception {
    String deferred =
        " mail postfix/lmtp[7]: %s: to=<bert@stadt.example>, orig_to=<chef@stadt.example>, relay=mail[private/lmtp], delay=5, delays=1/1/1/2, dsn=4.4.1, status=deferred (timed out)";
    String bounced =
        " mail postfix/local[7]: %s: to=<noone@stadt.example>, relay=local, delay=5, delays=1/1/1/2, dsn=5.1.1, status=bounced (unknown user)";
    ReadFile file =
        read(
            "2026-01-05",
            "Jan  6 01:00:00" + QUEUED.formatted("3ZxkWq1bLRz2F", "anna@stadt.example"),
            "Jan  6 01:00:05" + deferred.formatted("3ZxkWq1bLRz2F"),
            "Jan  6 01:10:00" + QUEUED.formatted("3ZxkWq1bLRz2F", "anna@stadt.example"),
            "Jan  6 01:10:05" + deferred.formatted("3ZxkWq1bLRz2F"),
            "Jan  6 01:20:05" + LOCAL.formatted("3ZxkWq1bLRz2F", "bert@stadt.example"),
            "Jan  6 01:20:06" + bounced.formatted("3ZxkWq1bLRz2F"));
    assertEquals(1, file.events.size());
    assertEquals(Instant.parse("2026-01-06T00:00:05Z"), file.events.get(0).at());
    assertEquals(0, file.file.skipped().count());
  }

  @Test
  void mail_to_other_houses_is_none_of_ours_and_outsiders_are_citizens() throws Exception {
    ReadFile file =
        read(
            "2026-01-05",
            "Jan  5 09:00:00" + QUEUED.formatted("AAAAAAA1", "buerger@web.example"),
            "Jan  5 09:00:01" + LOCAL.formatted("AAAAAAA1", "amt@stadt.example"),
            "Jan  5 09:00:02" + QUEUED.formatted("AAAAAAA2", "amt@stadt.example"),
            "Jan  5 09:00:03" + OUT.formatted("AAAAAAA2", "buerger@web.example"),
            "Jan  5 09:00:04" + QUEUED.formatted("AAAAAAA3", ""),
            "Jan  5 09:00:05" + LOCAL.formatted("AAAAAAA3", "amt@stadt.example"));
    assertEquals(
        List.of(
            "2026-01-05T08:00:01Z {\"recipient\":\"p1\",\"sender_role\":\"CITIZEN\",\"channel\":\"MAIL\"}",
            "2026-01-05T08:00:05Z {\"recipient\":\"p1\",\"sender_role\":\"SYSTEM\",\"channel\":\"MAIL\"}"),
        file.sent());
    assertEquals(1, file.file.people().count());
  }

  @Test
  void the_hand_over_to_a_content_filter_is_no_second_contact() throws Exception {
    ReadFile file =
        read(
            "2026-01-05",
            "Jan  5 09:00:00" + QUEUED.formatted("AAAAAAA1", "anna@stadt.example"),
            "Jan  5 09:00:01 mail postfix/smtp[9]: AAAAAAA1: to=<bert@stadt.example>, relay=127.0.0.1[127.0.0.1]:10026, delay=1, delays=0/0/0/1, dsn=2.0.0, status=sent (250 queued as BBBBBBB1)",
            "Jan  5 09:00:01" + QUEUED.formatted("BBBBBBB1", "anna@stadt.example"),
            "Jan  5 09:00:02" + LOCAL.formatted("BBBBBBB1", "bert@stadt.example"));
    assertEquals(1, file.events.size());
  }

  @Test
  void the_year_follows_from_the_start_and_the_order() throws Exception {
    ReadFile file =
        read(
            "2025-12-20",
            "Dec 31 23:59:58" + QUEUED.formatted("AAAAAAA1", "anna@stadt.example"),
            "Dec 31 23:59:59" + LOCAL.formatted("AAAAAAA1", "bert@stadt.example"),
            "Jan  1 00:00:01" + LOCAL.formatted("AAAAAAA1", "carl@stadt.example"),
            "Dec 31 23:59:59" + LOCAL.formatted("AAAAAAA1", "dora@stadt.example"),
            "2026-01-02T10:00:00.123456+01:00" + LOCAL.formatted("AAAAAAA1", "emil@stadt.example"),
            "Feb 30 00:00:01" + LOCAL.formatted("AAAAAAA1", "fritz@stadt.example"),
            "nonsense");
    assertEquals(
        List.of(
            "2025-12-31T22:59:59Z",
            "2025-12-31T22:59:59Z",
            "2025-12-31T23:00:01Z",
            "2026-01-02T09:00:00.123Z"),
        file.events.stream().map(e -> e.at().toString()).toList());
    assertEquals(2, file.file.skipped().count());
  }

  @Test
  void a_relay_that_delivers_nothing_itself_belongs_to_the_domain_most_mail_goes_to()
      throws Exception {
    ReadFile file =
        read(
            "2026-01-05",
            "Jan  5 09:00:00" + QUEUED.formatted("AAAAAAA1", "a@web.example"),
            "Jan  5 09:00:01" + OUT.formatted("AAAAAAA1", "x@stadt.example"),
            "Jan  5 09:00:01" + OUT.formatted("AAAAAAA1", "y@stadt.example"),
            "Jan  5 09:00:01" + OUT.formatted("AAAAAAA1", "z@else.example"));
    assertEquals(2, file.events.size());
  }
}
