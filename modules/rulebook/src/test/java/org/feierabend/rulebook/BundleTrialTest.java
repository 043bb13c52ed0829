package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feierabend.bundle.BundleReader;
import org.feierabend.bundle.BundleRefused;
import org.feierabend.bundle.BundleWriter;
import org.feierabend.bundle.CityBundle;
import org.feierabend.decision.Language;
import org.feierabend.report.LedgerSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTrialTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home", "../.."));
  private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
  private static final String POLICY = "policy.yaml";

  @TempDir Path dir;

  private static CityBundle changed(CityBundle bundle, String file, String from, String to) {
    Map<String, byte[]> files = new TreeMap<>(bundle.files());
    String text = bundle.text(file);
    assertTrue(text.contains(from), file + " has no " + from);
    files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    return new CityBundle(
        bundle.kind(), bundle.city(), bundle.name(), bundle.made(), files, bundle.signers());
  }

  private static void assertRefused(CityBundle bundle, String file, String why) {
    BundleRefused refused =
        assertThrows(BundleRefused.class, () -> new BundleTrial(HOME).tried(bundle));
    assertTrue(
        refused.reasons().containsKey(file) && refused.reasons().get(file).en().contains(why),
        "no '%s: %s' in %s".formatted(file, why, refused.reasons()));
  }

  private List<String> keys(String file) throws IOException {
    return List.of(Files.readString(dir.resolve(file)));
  }

  @Test
  void another_city_begins_with_our_policy_and_its_scenarios_pass_there() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    BundleCommand command = new BundleCommand(HOME, Language.DE, out);
    Path file = dir.resolve("policy.zip");
    Path key = dir.resolve("ledger.key");
    assertEquals(
        0,
        command.export("aburg", List.of("policy", "city"), file, key, Optional.empty(), TODAY),
        said.toString(StandardCharsets.UTF_8));
    assertEquals(
        0,
        command.check(Files.readAllBytes(file), keys("ledger.pub")),
        said.toString(StandardCharsets.UTF_8));
    assertTrue(said.toString(StandardCharsets.UTF_8).contains("5 bestanden, 0 nicht"));
    LedgerSigner.openOrCreate(dir.resolve("other.key"));
    assertEquals(1, command.check(Files.readAllBytes(file), keys("other.pub")));
    assertTrue(
        said.toString(StandardCharsets.UTF_8)
            .contains("keine davon ist mit dem Schlüssel von --key"));
  }

  @Test
  void a_policy_weaker_than_the_law_or_than_its_scenarios_is_refused_with_the_reason() {
    CityBundle city = new BundleMaker(HOME).policy("aburg", "city", TODAY);
    assertRefused(changed(city, POLICY, "k: 20", "k: 5"), POLICY, "k");
    assertRefused(
        changed(city, POLICY, "FRI: \"07:30-14:00\"", "FRI: \"07:30-16:00\""),
        "scenarios/scenarios-city.scenarios.yaml",
        "On Friday the window ends at 14 o'clock");
  }

  @Test
  void telework_templates_come_with_the_scenarios_of_their_rules_and_must_be_readable() {
    CityBundle telework = new BundleMaker(HOME).telework("aburg", TODAY);
    assertTrue(
        new BundleTrial(HOME).tried(telework).en().contains(" 0 failed, 0 files unreadable"));
    String file = "telework-templates.yaml";
    CityBundle wrong = changed(telework, file, "days-per-week: 2", "days-per-week: many");
    assertThrows(BundleRefused.class, () -> new BundleTrial(HOME).tried(wrong));
  }

  @Test
  void a_rule_pack_passes_the_same_allow_list_as_our_rules() throws IOException {
    CityBundle rules = new BundleMaker(HOME).rules("aburg", TODAY);
    byte[] zip = BundleWriter.write(rules, List.of(LedgerSigner.create()));
    assertTrue(zip.length < 4 << 20, zip.length + " bytes");
    String night = "rules/reachability/night.drl";
    assertRefused(
        changed(BundleReader.read(zip), night, "then\n", "then\n  System.exit(1);\n"),
        night,
        "line ");
  }

  @Test
  void our_own_rule_pack_passes_its_own_scenarios() {
    assertTrue(
        new BundleTrial(HOME)
            .tried(new BundleMaker(HOME).rules("aburg", TODAY))
            .en()
            .contains(" passed, 0 failed, 0 files unreadable"));
  }
}
