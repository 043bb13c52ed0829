package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.feierabend.bundle.BundleReader;
import org.feierabend.bundle.BundleWriter;
import org.feierabend.bundle.CityBundle;
import org.feierabend.report.LedgerSigner;
import org.feierabend.server.Browser.Answer;
import org.feierabend.signature.PublicKey;

/** The edition in force goes to another city with both signatures under it. */
record SignedBundleDoors(Town town) {
  private static final String BUNDLES = "api/v1/bundles";

  void handedOn(Browser hr, PublicKey hrKey, PublicKey councilKey) {
    Answer zip = hr.get(BUNDLES + "/policy");
    assertEquals(200, zip.status(), zip.body());
    Browser elsewhere = town.logIn("hugo");
    Answer checked =
        elsewhere.sendBytes("POST", BUNDLES + "/check", "application/zip", zip.bytes());
    assertEquals(200, checked.status(), checked.body());
    assertTrue(checked.json().path("scenarios").asText().contains(" 0 failed"), checked.body());
    JsonNode signed = checked.json().path("signed");
    assertEquals(hrKey.fingerprint(), signed.at("/hr/key").asText(), checked.body());
    assertEquals(councilKey.fingerprint(), signed.at("/council/key").asText());
    assertEquals("12/2026", signed.at("/papers/0/number").asText(), checked.body());
    for (String language : new String[] {"de", "en"})
      assertTrue(
          checked.json().at("/landed/" + language).asText().contains(hrKey.fingerprint()),
          checked.body());

    CityBundle bundle = BundleReader.read(zip.bytes());
    refused(elsewhere, changed(bundle, "policy.yaml", "07:00-17:30", "07:00-17:00"), "policy.yaml");
    refused(
        elsewhere,
        changed(bundle, "declarations.json", "\\\"number\\\":1,", "\\\"number\\\":2,"),
        "declarations.json");
  }

  /** Somebody changes a file and signs the bundle anew with a key of their own. */
  private static byte[] changed(CityBundle bundle, String file, String from, String to) {
    assertTrue(bundle.text(file).contains(from), bundle.text(file));
    Map<String, byte[]> files = new TreeMap<>(bundle.files());
    files.put(file, bundle.text(file).replace(from, to).getBytes(StandardCharsets.UTF_8));
    return BundleWriter.write(
        new CityBundle(
            bundle.kind(), bundle.city(), bundle.name(), bundle.made(), files, bundle.signers()),
        List.of(LedgerSigner.create()));
  }

  private static void refused(Browser elsewhere, byte[] zip, String file) {
    Answer answer = elsewhere.sendBytes("POST", BUNDLES, "application/zip", zip);
    assertEquals(422, answer.status(), answer.body());
    assertTrue(answer.body().contains(file), answer.body());
  }
}
