package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.feierabend.server.Browser.Answer;

/** A draft is checked, compared, tried on scenarios and on a log, and nothing of it is stored. */
record PolicyTrials(Town town) {
  private static final String POLICY = "api/v1/policy/";

  void checkedComparedAndTried() throws InterruptedException {
    Browser hr = town.logIn("hanna");
    Answer file = hr.get(POLICY + "document");
    assertEquals(200, file.status(), file.body());
    String inForce = file.body().replaceAll("(?m)^from:.*", "from: 2026-01-01"); // by today's law
    String proposal =
        inForce.replaceAll(
            "(?m)^windows:.*", "windows: { MON-THU: \"07:00-19:00\", FRI: \"07:00-14:00\" }");
    schema();
    check(hr, inForce, proposal);
    difference(hr, proposal);
    strange(hr, proposal);
    scenarios(hr, proposal);
    dryRuns(hr, proposal);
  }

  /** What nobody would write in earnest is answered in words, at every one of these doors. */
  private static void strange(Browser hr, String proposal) {
    String old = proposal.replaceAll("(?m)^from:.*", "from: 1900-01-01");
    for (String text :
        List.of(old, "", "a: &a [*a]", "windows: &w { MON: *w }", proposal + "k: 5\n", "[1]"))
      for (String door : List.of("difference", "scenarios", "dry-runs")) {
        String field = door.equals("difference") ? "after" : "policy";
        Answer refused = hr.post(POLICY + door, object().put(field, text).toString());
        assertEquals(422, refused.status(), door + text + refused.body());
        String what = refused.json().at("/complaints/0/what/de").asText();
        assertTrue(!what.isBlank(), refused.body());
        assertTrue(
            !text.equals(old)
                || what.contains("2014-08-01") && refused.body().contains("1900-01-01"),
            refused.body());
      }
    String twice = "{\"after\":{\"k\":20,\"k\":5}}";
    assertEquals(400, hr.post(POLICY + "difference", twice).status());
    assertEquals(
        413, hr.send("POST", POLICY + "check", "application/yaml", "x".repeat(5 << 20)).status());
    String late = proposal.replaceAll("(?m)^from:.*", "from: 9999-12-31");
    assertEquals(
        200, hr.post(POLICY + "difference", object().put("after", late).toString()).status());
  }

  /** Everybody may read it, logged in or not. */
  private void schema() {
    JsonNode schema = ok(new Browser(town.base).get(POLICY + "schema"));
    assertEquals(false, schema.path("additionalProperties").asBoolean(true));
    assertEquals("Tägliche Ruhezeit", schema.at("/properties/daily-rest/x-de/title").asText());
  }

  private static void check(Browser hr, String inForce, String proposal) {
    JsonNode weak =
        ok(hr.send("POST", POLICY + "check", "application/yaml", inForce + "daily-rest: PT9H\n"));
    assertEquals("ArbZG § 5 Abs. 1", weak.at("/complaints/0/article").asText(), weak.toString());
    assertEquals("/daily-rest", weak.at("/complaints/0/path").asText());
    assertEquals("PT9H", weak.at("/values/daily-rest").asText(), "a form can show what is refused");
    assertTrue(weak.path("yaml").asText().contains("\ndaily-rest: PT9H\n"), weak.toString());
    JsonNode good = ok(hr.send("POST", POLICY + "check", "application/yaml", proposal));
    assertTrue(good.path("valid").asBoolean(), good.toString());
    JsonNode again =
        ok(hr.send("POST", POLICY + "check", "application/json", good.path("values").toString()));
    assertEquals(good.path("hash"), again.path("hash"));
    JsonNode written =
        ok(hr.send("POST", POLICY + "check", "text/plain", good.path("yaml").asText()));
    assertEquals(good.path("hash"), written.path("hash"));
  }

  private static void difference(Browser hr, String proposal) {
    JsonNode said = ok(hr.post(POLICY + "difference", object().put("after", proposal).toString()));
    assertTrue(
        said.path("parameters")
            .findValuesAsText("en")
            .contains("The default window on Fridays ends at 14:00 instead of 19:00."),
        said.toString());
    assertTrue(said.path("decisions").size() > 0, said.toString());
    JsonNode once =
        ok(
            hr.post(
                POLICY + "difference?decisions=false", object().put("after", proposal).toString()));
    assertEquals(said.path("parameters"), once.path("parameters"));
    assertTrue(once.path("decisions").isMissingNode(), once.toString());
    Answer weak =
        hr.post(POLICY + "difference", object().put("after", proposal + "k2: 1\n").toString());
    assertEquals(422, weak.status(), weak.body());
    assertEquals("/k2", weak.json().at("/complaints/0/path").asText());
  }

  private static void scenarios(Browser hr, String proposal) {
    ObjectNode asked = object().put("policy", proposal);
    asked
        .putArray("scenarios")
        .addObject()
        .put("name", "friday")
        .put(
            "text",
            "scenarios:\n"
                + "  - name: Friday afternoon is free\n"
                + "    contact: { at: 2026-09-18T15:00+02:00 }\n"
                + "    expect: { defer: 2026-09-21T07:00+02:00 }\n");
    JsonNode run = ok(hr.post(POLICY + "scenarios", asked.toString()));
    assertEquals(1, run.path("passed").asInt(), run.toString());
    assertEquals(1, run.path("changed").asInt(), "it is delivered under the one in force");
    assertTrue(run.at("/scenarios/0/before").asText().startsWith("DELIVER"), run.toString());
    asked.put("before", proposal);
    run = ok(hr.post(POLICY + "scenarios", asked.toString()));
    assertEquals(0, run.path("changed").asInt(), run.toString());
  }

  private void dryRuns(Browser hr, String proposal) throws InterruptedException {
    String generated =
        object().put("policy", proposal).put("people", 20).put("each", 100).toString();
    JsonNode first = done(hr, hr.post(POLICY + "dry-runs", generated));
    assertTrue(
        first.at("/report/sentences/0/en").asText().contains("more would wait"), first.toString());
    String log = object().put("policy", proposal).put("traffic", "log").toString();
    Answer opened = hr.post(POLICY + "dry-runs", log);
    String path = POLICY + "dry-runs/" + opened.json().path("id").asText();
    assertEquals(404, town.logIn("hugo").get(path).status(), "another town's run");
    long friday = 11 * 86_400; // 2026-01-16
    Answer sent =
        hr.send(
            "PUT",
            path + "/log",
            "text/plain",
            "1 2 %d\n2 2 %d\n".formatted(friday + 15 * 3_600, friday + 15 * 3_600));
    JsonNode second = done(hr, sent);
    assertEquals(2, second.at("/report/contacts").asInt());
    assertEquals(1, second.at("/report/after/deferred").asInt());
    assertEquals("PT64H", second.at("/report/after/longest_wait").asText());
    assertEquals(409, hr.send("PUT", path + "/log", "text/plain", "1 2 3\n").status());
    town.employer("thorp", false);
    Answer live = town.operator.post(POLICY + "dry-runs?employer=thorp", log);
    assertEquals(403, live.status(), live.body());
    assertTrue(live.body().contains("never played again"), live.body());
  }

  private static JsonNode done(Browser hr, Answer accepted) throws InterruptedException {
    assertEquals(202, accepted.status(), accepted.body());
    String path = POLICY + "dry-runs/" + accepted.json().path("id").asText();
    for (int tries = 0; tries < 600; tries++) {
      JsonNode status = ok(hr.get(path));
      if (status.path("state").asText().equals("done")) return status;
      assertTrue(!status.path("state").asText().equals("failed"), status.toString());
      Thread.sleep(100);
    }
    throw new AssertionError("The dry run does not end: " + hr.get(path).body());
  }

  private static ObjectNode object() {
    return new ObjectMapper().createObjectNode();
  }

  private static JsonNode ok(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.json();
  }
}
