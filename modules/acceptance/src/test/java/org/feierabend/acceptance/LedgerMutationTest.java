package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The works council's checker, as a jar alone, on the ledger of a replayed mail file. */
@ResourceLock(RunningInstance.SHARED)
class LedgerMutationTest {
  private static final int CHANGES = Boolean.getBoolean("feierabend.all") ? 1_000 : 25;
  private static final long SEED = 20_261_124L;

  private final RunningInstance instance = RunningInstance.shared();

  @Test
  void it_holds_and_every_byte_changed_at_random_is_found() throws Exception {
    ReplayRun.once(instance, "mail-plain", MailFile.realOrMade(), "email-activity");
    Path ledger = instance.var().resolve("ledger-mail-plain.jsonl");
    Shell.Ended sound = verify(ledger);
    assertEquals(0, sound.status(), sound.output());
    byte[] bytes = Files.readAllBytes(ledger);
    SplittableRandom random = new SplittableRandom(SEED);
    Path changed = Path.of("target/ledger-changed.jsonl");
    int found = 0;
    for (int i = 0; i < CHANGES; i++) {
      byte[] other = bytes.clone();
      int at = random.nextInt(other.length);
      other[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(changed, other);
      Shell.Ended ended = verify(changed);
      assertEquals(1, ended.status(), "byte " + at + " was not found: " + ended.output());
      found++;
    }
    System.out.printf(
        "privacy-figure | 14b | ledger of a replayed file: changes of a bit found | %d | %d | one bit each |%n",
        found, CHANGES);
  }

  @Test
  void the_audit_log_of_the_same_weeks_holds_and_a_changed_byte_is_found_in_its_line()
      throws Exception {
    ReplayRun.once(instance, "mail-plain", MailFile.realOrMade(), "email-activity");
    String log = instance.operator().text("/api/v1/audit?employer=mail-plain");
    Path file = Files.writeString(Path.of("target/audit.jsonl"), log);
    Shell.Ended sound = verify(file, "audit-head");
    assertEquals(0, sound.status(), sound.output());
    assertTrue(log.contains("\"what\":\"release.published\""), log);
    byte[] bytes = Files.readAllBytes(file);
    int at = new SplittableRandom(SEED).nextInt(bytes.length);
    bytes[at] ^= 1;
    long line = log.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    Shell.Ended ended =
        verify(Files.write(Path.of("target/audit-changed.jsonl"), bytes), "audit-head");
    assertEquals(1, ended.status(), ended.output());
    assertTrue(ended.output().contains("line " + line + " "), ended.output());
  }

  private Shell.Ended verify(Path ledger) {
    return verify(ledger, "ledger-head");
  }

  private Shell.Ended verify(Path ledger, String head) {
    Path var = instance.var();
    return Shell.run(
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-jar",
                jar().toString(),
                "verify",
                ledger.toString(),
                "--key",
                var.resolve("keys/ledger.pub").toString(),
                "--head",
                var.resolve(head).toString())));
  }

  static Path jar() {
    Path target = Path.of(System.getProperty("feierabend.home")).resolve("modules/verifier/target");
    try (var jars = Files.newDirectoryStream(target, "feierabend-verifier-*.jar")) {
      return jars.iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException("No verifier was built in " + target, e);
    }
  }
}
