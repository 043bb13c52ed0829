package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search that is to find nothing finds what is there. */
class NeedlesTest {
  @TempDir Path folder;

  @Test
  void a_planted_secret_is_found_in_every_spelling_and_nowhere_else() throws Exception {
    byte[] secret = new byte[16];
    new Random(1).nextBytes(secret);
    byte[] other = new byte[3_000_000];
    new Random(2).nextBytes(other);
    Files.write(folder.resolve("innocent"), other);
    plant("raw", secret);
    plant("hex", HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
    plant(
        "HEX",
        HexFormat.of().withUpperCase().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
    plant("base64", Base64.getEncoder().encode(secret));
    Set<Path> hits = Needles.ofBytes(List.of(secret)).in(folder);
    assertEquals("[HEX, base64, hex, raw]", hits.toString());
  }

  private void plant(String name, byte[] what) throws Exception {
    byte[] file = new byte[2_500_000];
    new Random(name.hashCode()).nextBytes(file);
    int across = (1 << 20) - 5; // over the edge between two reads
    System.arraycopy(what, 0, file, across, what.length);
    Files.write(folder.resolve(name), file);
  }

  @Test
  void a_needle_is_found_at_the_very_start_and_end_and_one_changed_byte_is_none() throws Exception {
    Needles needles = Needles.of("replay-person-000017");
    assertTrue(in(needles, "replay-person-000017 …"));
    assertTrue(in(needles, "… replay-person-000017"));
    assertFalse(in(needles, "… replay-person-000018 replay-person-00001"));
  }

  private static boolean in(Needles needles, String text) throws Exception {
    return needles.in(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
