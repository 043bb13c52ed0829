package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.audit.AuditEvent;
import org.feierabend.server.Browser.Answer;
import org.feierabend.signature.SigningKey;

/** What the doors before have changed stands in the audit log; bundles leave and come in. */
record AuditDoors(Town town) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What this deployment has no occasion for, and which test sees it written. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "employer.changed", "DirectoryTest",
          "release.published", "AuditedRowsTest",
          "release.destroyed", "AuditedRowsTest",
          "release.withdrawn", "AuditedRowsTest",
          "key.rotated", "AuditedRowsTest",
          "reorganisation.carried-out", "ReorganisingTest",
          "reorganisation.refused", "ReorganisingTest",
          "rules.rejected", "RuleBooksTest");

  void changesAreAccountedForWithoutNames() throws IOException {
    Answer log = town.logIn("carla").get("api/v1/audit");
    assertEquals(200, log.status(), log.body());
    Set<String> seen = new HashSet<>();
    String prev = "0".repeat(64);
    List<String> lines = log.body().lines().toList();
    for (String line : lines) {
      JsonNode row = JSON.readTree(line);
      assertEquals(prev, row.path("prev").asText(), line);
      prev = row.path("hash").asText();
      seen.add(row.path("what").asText() + " by " + row.at("/who/role").asText());
    }
    for (String expected :
        List.of(
            "account.created by operator",
            "token.issued by operator",
            "token.revoked by operator",
            "rules.proposed by operator",
            "rules.approved by hr",
            "rules.approved by council"))
      assertTrue(seen.contains(expected), "no '%s' in %s".formatted(expected, seen));
    for (String name : List.of("hanna", "carla", "bert", "alice", "p-4711"))
      assertFalse(log.body().contains(name), name);
    assertEquals(log.body(), town.operator.get("api/v1/audit?employer=town").body());
    JsonNode head = JSON.readTree(town.logIn("carla").get("api/v1/audit/head").body());
    assertTrue(head.path("count").asInt() >= lines.size(), head.toString());
    if (head.path("count").asInt() == lines.size()) assertEquals(prev, head.path("hash").asText());
    String health = town.operator.get("health").body().replaceAll("\\s", "");
    assertTrue(health.contains("\"append-only\":\"true\""), health);
  }

  /**
   * What a word says is only worth something if it is written whenever that happens. Those this
   * deployment has no occasion for are written before the eyes of the tests named.
   */
  void everyKindOfChangeIsWritten() throws IOException {
    endAndHandOver();
    Set<String> written = new HashSet<>();
    for (JsonNode employer : town.operator.get("api/v1/employers").json().path("employers"))
      for (String line :
          town.operator
              .get("api/v1/audit?employer=" + employer.path("id").asText())
              .body()
              .lines()
              .toList()) written.add(JSON.readTree(line).path("what").asText());
    Set<String> missing = new TreeSet<>();
    for (AuditEvent event : AuditEvent.values()) missing.add(event.word());
    missing.removeAll(written);
    missing.removeAll(ELSEWHERE.keySet());
    assertEquals(Set.of(), missing);
  }

  /** The live employer's agreement is given notice, and its council takes another key. */
  private void endAndHandOver() {
    Browser council = town.logIn("live-council");
    Signer key = town.signing("live", "council");
    String edition = council.get("api/v1/policies").json().path("in_force").asText();
    Answer notice =
        key.declares(
            council,
            "{\"kind\":\"termination\",\"edition\":\"%s\",\"ends\":\"%s\",\"reason\":\"another is wanted\"}"
                .formatted(edition, LocalDate.now(ZoneId.of("Europe/Berlin")).plusMonths(4)));
    assertEquals(201, notice.status(), notice.body());
    Answer next =
        key.declares(
            council,
            "{\"kind\":\"next-key\",\"key\":\"%s\"}"
                .formatted(SigningKey.create().publicKey().base64()));
    assertEquals(201, next.status(), next.body());
  }

  void aPolicyLeavesAndIsTriedAndATouchedOneIsNot() throws IOException {
    Browser hr = town.logIn("hanna");
    Answer zip = hr.get("api/v1/bundles/policy?name=city");
    assertEquals(200, zip.status(), zip.body());
    Answer tried = hr.sendBytes("POST", "api/v1/bundles/check", "application/zip", zip.bytes());
    assertEquals(200, tried.status(), tried.body());
    assertTrue(tried.json().path("scenarios").asText().contains(" 0 failed"), tried.body());
    int drafts = drafts(hr);
    hr.with("Idempotency-Key", "the-city-of-nuernberg");
    for (String replayed : List.of("", "true")) {
      Answer taken = hr.sendBytes("POST", "api/v1/bundles", "application/zip", zip.bytes());
      assertEquals(201, taken.status(), taken.body());
      assertEquals(replayed, taken.header("Idempotency-Replayed"));
    }
    hr.without("Idempotency-Key");
    assertEquals(drafts + 1, drafts(hr), "its answer was lost, and it was sent again");
    byte[] touched = zip.bytes().clone();
    touched[touched.length / 2] ^= 1;
    Answer refused = hr.sendBytes("POST", "api/v1/bundles/check", "application/zip", touched);
    assertEquals(422, refused.status(), refused.body());
    Answer none = hr.get("api/v1/bundles/policy?name=nowhere");
    assertEquals(404, none.status(), none.body());
  }

  /** Model terms become drafts from which HR begins an agreement; nobody else sees them. */
  void modelTermsLandAsDraftsOfHr() throws IOException {
    Browser hr = town.logIn("hanna");
    Answer zip = hr.get("api/v1/bundles/telework");
    assertEquals(200, zip.status(), zip.body());
    String templates = "api/v1/telework/templates";
    int own = hr.get(templates).json().path("templates").size();
    for (int times = 0; times < 2; times++) {
      Answer taken = hr.sendBytes("POST", "api/v1/bundles", "application/zip", zip.bytes());
      assertEquals(201, taken.status(), taken.body());
      assertTrue(taken.json().path("scenarios").asText().contains(" 0 failed"), taken.body());
    }
    JsonNode all = hr.get(templates).json().path("templates");
    assertEquals(2 * own, all.size(), "twice the same is once");
    assertEquals(own, town.logIn("carla").get(templates).json().path("templates").size());
    JsonNode draft = all.path(own);
    assertEquals("town", draft.at("/taken/city").asText(), draft.toString());
    ObjectNode terms = (ObjectNode) draft.path("terms").deepCopy();
    terms.retain("quota", "days_per_week", "presence", "places", "notice_days", "from", "until");
    Answer begun =
        hr.post(
            "api/v1/telework/agreements",
            terms.put("unit", "office").put("draft", true).toString());
    assertTrue(begun.status() / 100 == 2, begun.body());
    assertEquals(draft.at("/terms/quota"), begun.json().at("/terms/quota"));
    String path = templates + "/" + draft.at("/taken/id").asText();
    assertEquals(204, hr.send("DELETE", path, "application/json", "").status());
    assertEquals(404, hr.send("DELETE", path, "application/json", "").status());
    assertEquals(own, hr.get(templates).json().path("templates").size());
    List<String> entries = new ArrayList<>();
    for (String line : town.operator.get("api/v1/audit?employer=town").body().lines().toList())
      if (JSON.readTree(line).path("what").asText().equals("telework.template"))
        entries.add(JSON.readTree(line).path("details").toString());
    String last = entries.get(entries.size() - 1);
    assertTrue(last.contains("dropped") && last.contains("\"hash\""), last);
    assertEquals(entries.get(0), last.replace("dropped", "draft"), "by the hash it came with");
  }

  private static int drafts(Browser hr) {
    return hr.get("api/v1/policies/drafts").json().path("drafts").size();
  }

  void aRulePackLandsAsAProposal() throws Exception {
    Answer zip = town.operator.get("api/v1/bundles/rules?employer=town");
    assertEquals(200, zip.status(), zip.body());
    Answer taken =
        town.operator.sendBytes(
            "POST",
            "api/v1/bundles?employer=town&from=2099-01-01T00:00:00Z",
            "application/zip",
            zip.bytes());
    assertEquals(202, taken.status(), taken.body());
    assertTrue(taken.json().at("/landed/en").asText().contains("waits for HR and works council"));
    Answer elsewhere =
        town.logIn("hugo")
            .sendBytes("POST", "api/v1/bundles/check", "application/zip", zip.bytes());
    assertEquals(200, elsewhere.status(), elsewhere.body());
    for (String side : List.of("hr", "council"))
      assertEquals(
          town.signing("town", side).key().publicKey().fingerprint(),
          elsewhere.json().at("/signed/" + side + "/key").asText(),
          elsewhere.body());
    assertEquals("proposed", RuleBookDoors.proved(town.operator, taken).path("state").asText());
    List<String> whats = new ArrayList<>();
    for (String line : town.operator.get("api/v1/audit?employer=town").body().lines().toList())
      whats.add(JSON.readTree(line).path("what").asText());
    assertTrue(whats.contains("bundle.exported") && whats.contains("bundle.imported"));
  }
}
