package org.feierabend.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.feierabend.report.LedgerSigner;
import org.junit.jupiter.api.Test;

class BundleTest {
  private static final LedgerSigner KEY = LedgerSigner.create();
  private static final LocalDate MADE = LocalDate.parse("2026-11-26");
  private static final String SCENARIOS = "scenarios/city-city.scenarios.yaml";

  private static CityBundle policy(Map<String, String> files) {
    Map<String, byte[]> bytes = new TreeMap<>();
    files.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return new CityBundle(BundleKind.POLICY, "aburg", "city", MADE, bytes, List.of());
  }

  private static byte[] sound() {
    return BundleWriter.write(
        policy(Map.of("policy.yaml", "name: city\n", SCENARIOS, "policy: city\nscenarios: []\n")),
        List.of(KEY));
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry())
        entries.put(e.getName(), in.readAllBytes());
    }
    return entries;
  }

  private static void assertRefused(byte[] zip, String file, String why) {
    BundleRefused refused = assertThrows(BundleRefused.class, () -> BundleReader.read(zip));
    assertTrue(
        refused.reasons().containsKey(file) && refused.reasons().get(file).en().contains(why),
        "no '%s: %s' in %s".formatted(file, why, refused.reasons()));
  }

  @Test
  void what_was_written_is_read_and_the_same_content_gives_the_same_bytes() {
    CityBundle read = BundleReader.read(sound());
    assertEquals("aburg", read.city());
    assertEquals("name: city\n", read.text("policy.yaml"));
    assertEquals(List.of(KEY.publicKey()), read.signers());
    assertArrayEquals(sound(), sound());
  }

  @Test
  void a_changed_a_missing_and_a_smuggled_file_are_named() throws IOException {
    Map<String, byte[]> changed = entries(sound());
    changed.put("policy.yaml", "name: city\nk: 5\n".getBytes(StandardCharsets.UTF_8));
    assertRefused(BundleWriter.zip(changed), "policy.yaml", "another SHA-256");
    Map<String, byte[]> missing = entries(sound());
    missing.remove(SCENARIOS);
    assertRefused(BundleWriter.zip(missing), SCENARIOS, "in the manifest and not in the bundle");
    Map<String, byte[]> more = entries(sound());
    more.put("scenarios/extra.scenarios.yaml", new byte[] {1});
    assertRefused(
        BundleWriter.zip(more), "scenarios/extra.scenarios.yaml", "is not in the manifest");
    more.remove("signatures.json");
    assertRefused(BundleWriter.zip(more), "signatures.json", "is missing");
  }

  @Test
  void a_manifest_that_was_changed_or_signed_by_nobody_is_refused() throws IOException {
    Map<String, byte[]> renamed = entries(sound());
    renamed.put(
        "manifest.json",
        new String(renamed.get("manifest.json"), StandardCharsets.UTF_8)
            .replace("aburg", "bdorf")
            .getBytes(StandardCharsets.UTF_8));
    assertRefused(BundleWriter.zip(renamed), "manifest.json", "is not what was signed");
    renamed.put("signatures.json", "{\"signatures\":[]}".getBytes(StandardCharsets.UTF_8));
    assertRefused(BundleWriter.zip(renamed), "signatures.json", "names no signature");
  }

  @Test
  void no_changed_byte_is_read_as_something_else() {
    byte[] sound = sound();
    Random random = new Random(20_261_126L);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] changed = sound.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
      try {
        CityBundle read = BundleReader.read(changed); // a byte of ZIP's own, such as a date
        assertEquals("name: city\n", read.text("policy.yaml"));
        assertEquals(List.of(KEY.publicKey()), read.signers());
      } catch (BundleRefused e) {
        refused++;
      }
    }
    assertTrue(refused > 150, "only %d of 300 were refused".formatted(refused));
  }

  @Test
  void a_path_that_reaches_outside_a_double_and_a_bomb_are_refused() throws IOException {
    for (String name : List.of("../evil", "rules/../../evil", "/etc/evil", "rules\\evil", "a//b"))
      assertRefused(BundleWriter.zip(Map.of(name, new byte[1])), name, "no place in a bundle");
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("policy.yaml"));
      for (int i = 0; i < 64; i++) zip.write(new byte[1 << 20]);
      zip.closeEntry();
    }
    assertTrue(bomb.size() < 100_000);
    assertRefused(bomb.toByteArray(), "policy.yaml", "too big");
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i <= 2_000; i++) many.put("f" + i, new byte[0]);
    assertRefused(BundleWriter.zip(many), "f2000", "at most 2000 files");
    assertRefused(new byte[0], BundleRefused.WHOLE, "no ZIP");
    assertRefused("no zip".getBytes(StandardCharsets.UTF_8), BundleRefused.WHOLE, "no ZIP");
  }

  @Test
  void without_scenarios_nothing_is_handed_on() {
    BundleRefused refused =
        assertThrows(
            BundleRefused.class,
            () -> BundleWriter.write(policy(Map.of("policy.yaml", "name: city\n")), List.of(KEY)));
    assertTrue(refused.getMessage().contains("comes with scenarios"), refused.getMessage());
    assertTrue(refused.why().de().contains("gehören Beispiele"), refused.why().de());
    Map<String, byte[]> rules = new TreeMap<>();
    rules.put("rules/parameters.yaml", new byte[1]);
    rules.put("rules/reachability/night.drl", new byte[1]);
    rules.put("rules/reachability/other.scenarios.yaml", new byte[1]);
    CityBundle pack = new CityBundle(BundleKind.RULES, "aburg", "rules", MADE, rules, List.of());
    assertTrue(
        assertThrows(BundleRefused.class, () -> BundleWriter.write(pack, List.of(KEY)))
            .reasons()
            .containsKey("rules/reachability/night.scenarios.yaml"));
  }
}
