package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.feierabend.server.Browser.Answer;

/** The exception path, a home abroad, the model terms and the life of a proposal. */
record TeleworkExceptionDoors(Town town) {
  private static final String MINE = "api/v1/me/telework";
  private static final String AGREEMENTS = "api/v1/telework/agreements";
  private static final String PEOPLE = "api/v1/telework/people";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
  private static final LocalDate MONDAY = Workday.monday(TODAY.plusDays(1), 1);

  /** As bert, whom the unit's terms of 20 per cent hold for. */
  void exceptedAndAbroad() {
    Browser bert = town.logIn("bert");
    Browser hr = town.logIn("hanna");
    JsonNode denied = ask(bert, MONDAY, 500, "");
    assertEquals("DENIED", denied.path("outcome").asText(), denied.toString());
    assertTrue(denied.path("hints").toString().contains("EXCEPTION"), denied.toString());
    assertEquals(0, ok(hr.get("api/v1/telework/requests")).path("requests").size());
    assertEquals(
        400, bert.post(MINE + "/days", wish(MONDAY, 500, "\"exception\":\"ILL\"")).status());
    JsonNode asked = ask(bert, MONDAY, 500, "\"exception\":\"CARE\"");
    assertEquals("REVIEW", asked.path("outcome").asText(), asked.toString());
    JsonNode request = ok(hr.get("api/v1/telework/requests")).at("/requests/0");
    assertEquals("CARE", request.path("exception").asText());
    assertEquals("telework-quota", request.at("/reasons/0/rule").asText(), request.toString());
    assertFalse(request.toString().contains("telework-presence"), "that is the person's alone");
    assertFalse(request.has("quota") || request.toString().contains("planned"), request.toString());
    hr.with("Idempotency-Key", "the-answer-of-hanna");
    assertEquals(204, answer(hr, true).status());
    Answer lost = answer(hr, true);
    assertEquals(204, lost.status(), "its answer was lost, and it is sent again");
    assertEquals("true", lost.header("Idempotency-Replayed"));
    hr.without("Idempotency-Key");
    assertEquals(404, answer(hr, true).status(), "answered once");
    assertEquals("GRANTED", ok(bert.get(MINE)).at("/days/0/standing").asText());
    assertEquals(
        409,
        bert.post(
                MINE + "/days",
                wish(MONDAY.plusDays(1), 10, "\"instead_of\":\"%s\"".formatted(MONDAY.plusDays(2))))
            .status(),
        "there is nothing to swap");
    assertEquals(204, bert.delete(MINE + "/days/" + MONDAY).status());
    abroad(bert, hr);
    proposals(bert, hr);
    templates(hr);
  }

  private void abroad(Browser bert, Browser hr) {
    assertFalse(ok(bert.get(MINE)).has("abroad"));
    assertEquals(0, ok(hr.get(PEOPLE + "/abroad")).path("people").size());
    String home = MINE + "/residence";
    String austrian = "{\"residence\":\"at\"}";
    assertEquals(428, bert.send("PUT", home, "application/json", austrian).status());
    assertEquals(412, bert.put(home, austrian, "\"3\"").status());
    Answer said = bert.put(home, austrian, bert.get(home).header("ETag"));
    assertEquals("AT", ok(said).path("residence").asText());
    assertEquals("\"1\"", said.header("ETag"));
    assertEquals(1, ok(bert.get(MINE)).path("residence_version").asInt());
    assertEquals(400, bert.put(home, "{\"residence\":\"XX\"}", "\"1\"").status());
    ask(bert, MONDAY, 400, "");
    JsonNode own = ok(bert.get(MINE)).path("abroad");
    assertEquals("BELOW_SUBSTANTIAL", own.path("band").asText(), own.toString());
    assertEquals(400, own.path("minutes").asInt());
    assertEquals(2340, own.path("of").asInt());
    assertTrue(own.path("reasons").toString().contains("Art. 13 Abs. 1 Buchst. b"), own.toString());
    assertTrue(own.path("hints").toString().contains("A1"), own.toString());
    assertTrue(own.path("hints").toString().contains("TAX_AND_RESIDENCE"), own.toString());
    JsonNode seen = ok(hr.get(PEOPLE + "/abroad")).at("/people/0");
    assertEquals("bert", seen.path("person").asText());
    assertEquals(own.path("share"), seen.path("share"));
    String danish = "{\"residence\":\"DK\",\"weekly\":\"PT25H\"}";
    assertEquals(428, hr.send("PUT", PEOPLE + "/bert", "application/json", danish).status());
    assertEquals(
        412, hr.put(PEOPLE + "/bert", danish, "\"0\"").status(), "bert said something since");
    Answer kept = hr.put(PEOPLE + "/bert", danish, hr.get(PEOPLE + "/bert").header("ETag"));
    assertEquals("PT25H", ok(kept).path("weekly").asText());
    assertEquals("\"2\"", kept.header("ETag"));
    assertEquals(412, bert.put(home, austrian, "\"1\"").status(), "HR said something since");
    assertEquals("PT25H", ok(bert.get(MINE)).at("/terms/weekly").asText());
    JsonNode part = ok(bert.get(MINE)).path("abroad");
    assertEquals("SUBSTANTIAL", part.path("band").asText(), "400 of 1,500 minutes");
    assertFalse(part.path("signed").asBoolean(), "Denmark has not");
    assertEquals("DENIED", ask(bert, MONDAY, 380, "").path("outcome").asText());
    assertEquals(400, hr.put(PEOPLE + "/bert", "{\"weekly\":\"PT0H\"}", "\"2\"").status());
    Answer endless = hr.put(PEOPLE + "/bert", "{\"weekly\":\"PT100H\"}", "*");
    assertEquals(400, endless.status(), endless.body());
    assertTrue(endless.json().path("detail").asText().contains("PT48H"), endless.body());
    for (String other : new String[] {"anna", "bert", "carla", "max"})
      for (String path : new String[] {"/abroad", "/bert"})
        assertEquals(403, town.logIn(other).get(PEOPLE + path).status(), other + " reads " + path);
    Browser elsewhere = town.logIn("hugo"); // HR of another town
    assertEquals(0, ok(elsewhere.get(PEOPLE + "/abroad")).path("people").size());
    assertEquals(404, elsewhere.get(PEOPLE + "/bert").status());
    ok(hr.put(PEOPLE + "/bert", "{}", "\"2\""));
    assertFalse(ok(bert.get(MINE)).has("abroad"));
    assertEquals(204, bert.delete(MINE + "/days/" + MONDAY).status());
  }

  private void proposals(Browser bert, Browser hr) {
    String mine = MINE + "/agreements";
    String terms = "{\"quota\":\"30 %\",\"from\":\"2026-01-01\"}";
    List<Answer> both = Browser.atOnce(() -> bert.post(mine, terms), () -> bert.post(mine, terms));
    String id = ok(both.get(0)).path("id").asText();
    assertEquals(409, both.get(1).status(), both.get(1).body());
    assertEquals("\"1\"", bert.get(mine + "/" + id).header("ETag"));
    assertEquals(200, hr.get(AGREEMENTS + "/" + id).status());
    Answer second = bert.post(mine, "{\"quota\":\"20 %\"}");
    assertEquals(409, second.status(), second.body());
    assertTrue(second.json().path("detail").asText().contains(id), second.body());
    assertEquals(404, town.logIn("anna").get(mine + "/" + id).status());
    assertEquals(404, town.logIn("carla").get(AGREEMENTS + "/" + id).status());
    Answer changed =
        bert.with("If-Match", "\"1\"")
            .send("PUT", mine + "/" + id, "application/json", "{\"quota\":\"25 %\"}");
    assertEquals("25 %", ok(changed).at("/terms/quota").asText());
    bert.without("If-Match");
    assertEquals(412, said(hr, AGREEMENTS + "/" + id + "/agreement", 1).status(), "it was changed");
    assertEquals(409, said(hr, AGREEMENTS + "/" + id + "/withdrawal", 2).status(), "not HR's");
    assertEquals(
        "WITHDRAWN", ok(said(bert, mine + "/" + id + "/withdrawal", 2)).path("state").asText());
    Answer tooMuch = bert.post(mine, "{\"quota\":\"40.01 %\"}");
    assertEquals(400, tooMuch.status(), tooMuch.body());
    assertEquals("/quota", tooMuch.json().path("field").asText());
    assertTrue(
        tooMuch.json().path("detail").asText().matches(".*40 %.*40[.,]01 %.*"), tooMuch.body());
    Answer tooLong = bert.post(mine, "{\"from\":\"2026-01-01\",\"until\":\"2029-01-01\"}");
    assertEquals(400, tooLong.status(), tooLong.body());
    assertEquals("/until", tooLong.json().path("field").asText());
    JsonNode office =
        ok(town.logIn("carla").post(AGREEMENTS, "{\"unit\":\"office\",\"quota\":\"35 %\"}"));
    assertEquals("council", office.path("proposer").asText());
    assertEquals(403, town.logIn("carla").post(AGREEMENTS, "{\"person\":\"bert\"}").status());
    ok(said(town.logIn("carla"), AGREEMENTS + "/" + office.path("id").asText() + "/withdrawal", 1));
  }

  private void templates(Browser hr) {
    JsonNode all = ok(hr.get("api/v1/telework/templates"));
    assertEquals("40 %", all.at("/templates/0/terms/quota").asText());
    assertEquals("P4M", all.at("/limits/trial").asText());
    assertEquals("40 %", all.at("/limits/quota").asText(), "by the policy in force");
    assertEquals(7, all.at("/limits/days_per_week").asInt());
    String terms = ("{\"unit\":\"office\",\"draft\":true,\"quota\":\"40 %\"}");
    JsonNode draft = ok(hr.post(AGREEMENTS, terms));
    String path = AGREEMENTS + "/" + draft.path("id").asText() + "/workplace";
    StringBuilder equipment = new StringBuilder();
    StringBuilder everything = new StringBuilder();
    for (JsonNode point : all.path("checklist")) {
      String key = "\"" + point.path("key").asText() + "\"";
      if (point.path("part").asText().equals("EQUIPMENT")) join(equipment, key);
      join(everything, key);
    }
    JsonNode half = ok(done(hr, path, 1, equipment.toString()));
    assertTrue(half.at("/terms/equipped").asBoolean());
    assertFalse(half.at("/terms/risk_assessed").asBoolean());
    assertTrue(ok(done(hr, path, 2, everything.toString())).at("/terms/risk_assessed").asBoolean());
    assertFalse(ok(done(hr, path, 3, "\"desk\"")).at("/terms/equipped").asBoolean());
    assertEquals(400, done(hr, path, 4, "\"sofa\"").status());
    ok(said(hr, AGREEMENTS + "/" + draft.path("id").asText() + "/withdrawal", 4));
  }

  private static void join(StringBuilder list, String key) {
    list.append(list.isEmpty() ? "" : ",").append(key);
  }

  private static Answer done(Browser hr, String path, int version, String keys) {
    return hr.put(path, "{\"done\":[%s]}".formatted(keys), "\"%d\"".formatted(version));
  }

  private static Answer answer(Browser hr, boolean granted) {
    return hr.post(
        "api/v1/telework/requests/bert/%s/answer".formatted(MONDAY),
        "{\"granted\":%s}".formatted(granted));
  }

  private static String wish(LocalDate date, int minutes, String more) {
    return "{\"date\":\"%s\",\"minutes\":%d%s}"
        .formatted(date, minutes, more.isEmpty() ? "" : "," + more);
  }

  private static JsonNode ask(Browser who, LocalDate date, int minutes, String more) {
    return ok(who.post(MINE + "/days", wish(date, minutes, more)));
  }

  private static Answer said(Browser who, String path, int version) {
    Answer answer = who.with("If-Match", "\"%d\"".formatted(version)).post(path, "{}");
    who.without("If-Match");
    return answer;
  }

  private static JsonNode ok(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.json();
  }
}
