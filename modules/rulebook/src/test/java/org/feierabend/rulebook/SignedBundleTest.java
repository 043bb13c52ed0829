package org.feierabend.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.feierabend.bundle.BundleReader;
import org.feierabend.bundle.BundleWriter;
import org.feierabend.bundle.CityBundle;
import org.feierabend.bundle.Undersigned;
import org.feierabend.contact.EmployerId;
import org.feierabend.decision.Language;
import org.feierabend.people.Role;
import org.feierabend.policy.PolicyDraft;
import org.feierabend.report.CanonicalJson;
import org.feierabend.report.LedgerSigner;
import org.feierabend.signature.Declaration;
import org.feierabend.signature.Edition;
import org.feierabend.signature.Matter;
import org.feierabend.signature.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bundle made without a server carries what both sides signed at home, and is judged elsewhere.
 */
class SignedBundleTest {
  private static final Path HOME = Path.of(System.getProperty("feierabend.home", "../.."));
  private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
  private static final Instant AT = Instant.parse("2026-11-26T09:00:00Z");
  private static final EmployerId CITY = new EmployerId("aburg");

  @TempDir Path dir;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
  private final SigningKey hr = SigningKey.create();
  private final SigningKey council = SigningKey.create();
  private Path signed;

  @BeforeEach
  void both_keys() throws IOException {
    signed = Files.createDirectory(dir.resolve("signed"));
    Files.writeString(signed.resolve("hr.pub"), hr.publicKey().pem());
    Files.writeString(signed.resolve("council.pub"), council.publicKey().pem());
  }

  /** As {@code ./feierabend sign} writes it. */
  private void says(Role side, SigningKey key, Matter matter) throws IOException {
    String text = new Declaration(CITY, side, Declaration.FIRST, AT, matter).text();
    Map<String, Object> json =
        new TreeMap<>(Map.of("text", text, "signature", key.sign(text).signature()));
    Files.writeString(
        signed.resolve(side.key() + ".json.signed.json"), CanonicalJson.write(json) + "\n");
  }

  private int export(String... what) throws IOException {
    return new BundleCommand(HOME, Language.EN, out)
        .export(
            CITY.value(),
            List.of(what),
            dir.resolve("bundle.zip"),
            dir.resolve("ledger.key"),
            Optional.of(signed),
            TODAY);
  }

  private int check(Path file) throws IOException {
    return new BundleCommand(HOME, Language.EN, out).check(Files.readAllBytes(file), List.of());
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_rule_pack_carries_both_signatures_and_elsewhere_each_is_judged() throws IOException {
    Matter book =
        new Matter.RuleBook(org.feierabend.rulebook.Edition.of(HOME), AT, Optional.empty());
    says(Role.HR, hr, book);
    says(Role.COUNCIL, council, book);
    assertEquals(0, export("rules"), said());
    Path file = dir.resolve("bundle.zip");
    assertEquals(0, check(file), said());
    for (SigningKey key : List.of(hr, council))
      assertTrue(said().contains(key.publicKey().fingerprint()), said());

    CityBundle bundle = BundleReader.read(Files.readAllBytes(file));
    String rule = "rules/reachability/night.drl";
    refused(changed(bundle, rule, "then", "// then\nthen"), "rules/: is not what both sides");
    refused(
        changed(bundle, Undersigned.FILE, "2026-11-26T09", "2026-11-26T08"),
        Undersigned.FILE + ": cannot be believed");
  }

  @Test
  void a_policy_carries_them_and_another_document_is_not_written() throws IOException {
    String text = Files.readString(HOME.resolve("config/policies/city.yaml"));
    PolicyDraft draft = (PolicyDraft) new YamlPolicyForms(HOME).read(text);
    Edition edition = new Edition(1, "0".repeat(64), draft.policy().from(), draft.hash());
    says(Role.HR, hr, new Matter.Proposal(edition, Optional.empty()));
    says(Role.COUNCIL, council, new Matter.Approval(edition, Map.of()));
    assertEquals(0, export("policy", "city"), said());
    assertEquals(0, check(dir.resolve("bundle.zip")), said());

    assertEquals(1, export("policy", "p0"), "of another policy: " + said());
    assertTrue(said().contains("Nothing written."), said());
  }

  @Test
  void words_of_one_side_or_under_a_strange_key_are_not_taken_along() throws IOException {
    Matter book =
        new Matter.RuleBook(org.feierabend.rulebook.Edition.of(HOME), AT, Optional.empty());
    says(Role.HR, hr, book);
    assertEquals(1, export("rules"));
    assertTrue(said().contains("fewer than two declarations"), said());
    says(Role.COUNCIL, SigningKey.create(), book);
    assertEquals(1, export("rules"));
    assertTrue(said().contains("signed by none of the 2 public keys"), said());
    says(Role.COUNCIL, hr, book);
    assertEquals(1, export("rules"));
    assertTrue(said().contains("one key for both sides"), said());
    assertFalse(Files.exists(dir.resolve("bundle.zip")));
  }

  private void refused(byte[] zip, String why) throws IOException {
    Path file = Files.write(dir.resolve("changed.zip"), zip);
    assertEquals(1, check(file), said());
    assertTrue(said().contains(why), said());
  }

  /** Somebody changes a file and signs the bundle anew with a key of their own. */
  private static byte[] changed(CityBundle bundle, String file, String from, String to) {
    assertTrue(bundle.text(file).contains(from), file);
    Map<String, byte[]> files = new TreeMap<>(bundle.files());
    files.put(file, bundle.text(file).replaceFirst(from, to).getBytes(StandardCharsets.UTF_8));
    return BundleWriter.write(
        new CityBundle(
            bundle.kind(), bundle.city(), bundle.name(), bundle.made(), files, bundle.signers()),
        List.of(LedgerSigner.create()));
  }
}
