package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import org.feierabend.server.Browser.Answer;

/** An agreement of both sides, days under it, and who learns of them. */
record TeleworkDoors(Town town) {
  private static final String MINE = "api/v1/me/telework";
  private static final String AGREEMENTS = "api/v1/telework/agreements";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

  /** A Monday with whole weeks of one quarter after it. */
  private static final LocalDate MONDAY = monday();

  private static LocalDate monday() {
    LocalDate monday = Workday.monday(TODAY.plusDays(1), 3);
    while (monday.plusDays(20).get(IsoFields.QUARTER_OF_YEAR)
        != monday.get(IsoFields.QUARTER_OF_YEAR)) monday = Workday.monday(monday.plusDays(1), 3);
    return monday;
  }

  void agreedPlannedAndGranted() {
    Browser anna = town.logIn("anna");
    Browser hr = town.logIn("hanna");
    collectiveTermsNeedTheCouncil(hr);
    JsonNode agreed = individualTerms(anna, hr);
    days(anna, hr, agreed);
    machinesLearnTheOutcomeAlone(anna);
    desks(anna);
    JsonNode stored = anna.get("api/v1/me/data").json().path("telework");
    assertEquals(2, stored.path("days").size(), stored.toString());
    revoked(anna);
  }

  /** Its terms hold for whoever has none of their own, once the council has agreed. */
  private void collectiveTermsNeedTheCouncil(Browser hr) {
    JsonNode proposed =
        ok(
            hr.post(
                AGREEMENTS,
                "{\"unit\":\"office\",\"quota\":\"20 %\",\"equipped\":true,\"risk_assessed\":true}"));
    Browser bert = town.logIn("bert");
    assertEquals("40 %", ok(bert.get(MINE)).at("/terms/quota").asText());
    String path = AGREEMENTS + "/" + proposed.path("id").asText() + "/agreement";
    assertEquals(428, hr.post(path, "{}").status());
    assertEquals(409, said(hr, path, 1, "{}").status(), "HR cannot agree with itself");
    Browser council = town.logIn("carla");
    assertEquals(412, said(council, path, 7, "{}").status());
    assertEquals("AGREED", ok(said(council, path, 1, "{}")).path("state").asText());
    assertEquals("20 %", ok(bert.get(MINE)).at("/terms/quota").asText());
    assertEquals(1, ok(council.get(AGREEMENTS)).path("agreements").size());
  }

  private JsonNode individualTerms(Browser anna, Browser hr) {
    String terms =
        ("{\"person\":\"anna\",\"draft\":true,\"quota\":\"40 %%\",\"days_per_week\":2,\"weekly\":\"PT39H\","
                + "\"presence\":[\"TUE\"],\"places\":[\"home\"],\"from\":\"%s\",\"until\":\"%s\"}")
            .formatted(TODAY, TODAY.plusDays(40));
    String key = "8c5be7f2-7c59-4c0c-a3f5-2f6f0a1d9a11";
    JsonNode draft = ok(hr.with("Idempotency-Key", key).post(AGREEMENTS, terms));
    JsonNode again = ok(hr.post(AGREEMENTS, terms));
    assertEquals(draft.path("id"), again.path("id"));
    hr.without("Idempotency-Key");
    assertEquals(0, ok(anna.get(MINE)).path("waiting").size(), "a draft is HR's own");
    String path = AGREEMENTS + "/" + draft.path("id").asText();
    ok(said(hr, path + "/proposal", 1, "{}"));
    assertEquals(1, ok(anna.get(MINE)).path("waiting").size());
    assertEquals(
        404,
        said(
                town.logIn("bert"),
                "api/v1/me/telework/agreements/" + draft.path("id").asText() + "/agreement",
                2,
                "{}")
            .status());
    assertEquals(
        404, said(town.logIn("carla"), path + "/agreement", 2, "{}").status(), "not the council's");
    assertEquals(
        404, said(town.logIn("hugo"), path + "/agreement", 2, "{}").status(), "of another town");
    JsonNode agreed =
        ok(
            said(
                anna,
                "api/v1/me/telework/agreements/" + draft.path("id").asText() + "/agreement",
                2,
                "{}"));
    assertEquals("AGREED", agreed.path("state").asText());
    assertTrue(agreed.path("renew").asBoolean(), "it ends in 40 days");
    assertEquals(TODAY.plusMonths(4).toString(), agreed.path("tried_until").asText());
    return agreed;
  }

  private void days(Browser anna, Browser hr, JsonNode agreed) {
    JsonNode early = ask(anna, MONDAY, 468, "home");
    assertEquals("DENIED", early.path("outcome").asText(), "no equipment, no assessment yet");
    assertTrue(early.toString().contains("telework-equipment"), early.toString());
    ok(
        hr.with("If-Match", "\"3\"")
            .send(
                "PUT",
                AGREEMENTS + "/" + agreed.path("id").asText() + "/workplace",
                "application/json",
                "{\"equipped\":true,\"risk_assessed\":true}"));
    hr.without("If-Match");
    JsonNode first = ask(anna, MONDAY, 468, "home");
    assertEquals("GRANTED", first.path("outcome").asText(), first.toString());
    assertEquals("[\"TRIAL\"]", first.path("hints").toString());
    assertEquals(468, first.at("/quota/planned").asInt());
    assertEquals(936, first.at("/quota/allowed").asInt());
    JsonNode tuesday = ask(anna, MONDAY.plusDays(1), 468, "home");
    assertEquals("GRANTED", tuesday.path("outcome").asText());
    assertTrue(tuesday.path("hints").toString().contains("PRESENCE"), tuesday.toString());
    JsonNode third = ask(anna, MONDAY.plusDays(2), 10, "home");
    assertEquals("DENIED", third.path("outcome").asText());
    assertTrue(third.toString().contains("telework-days"), third.toString());
    assertTrue(third.toString().contains("telework-quota"), third.toString());
    assertEquals(946, third.at("/quota/planned").asInt(), "the quota is shown with the denial");
    String swap =
        "{\"date\":\"%s\",\"minutes\":468,\"place\":\"home\",\"instead_of\":\"%s\"}"
            .formatted(MONDAY.plusDays(3), MONDAY.plusDays(1));
    anna.with("Idempotency-Key", "swap-of-anna");
    JsonNode swapped = ok(anna.post(MINE + "/days", swap));
    assertEquals(swapped, ok(anna.post(MINE + "/days", swap)), "sent again, answered the same");
    assertEquals(422, anna.post(MINE + "/days", swap.replace("468", "467")).status());
    anna.without("Idempotency-Key");
    assertEquals("GRANTED", swapped.path("outcome").asText(), swapped.toString());
    JsonNode mine = ok(anna.get(MINE));
    assertEquals(MONDAY.toString(), mine.at("/days/0/date").asText());
    assertEquals(MONDAY.plusDays(3).toString(), mine.at("/days/1/date").asText());
    assertEquals(2, mine.path("days").size(), "a denied day is kept nowhere");
    assertEquals(400, anna.post(MINE + "/days", "{\"date\":\"2020-01-01\"}").status());
    assertEquals(
        400,
        anna.post(MINE + "/days", "{\"date\":\"%s\",\"place\":\"Hauptstraße 7\"}".formatted(MONDAY))
            .status());
    assertFalse(
        ok(hr.get("api/v1/telework/requests")).toString().contains("anna"),
        "granted days are no business of HR");
  }

  private void machinesLearnTheOutcomeAlone(Browser anna) {
    String question =
        ("{\"subject\":{\"type\":\"person\",\"id\":\"anna\"},\"action\":{\"name\":\"telework\"},"
                + "\"resource\":{\"type\":\"person\",\"id\":\"anna\"},"
                + "\"context\":{\"date\":\"%s\",\"minutes\":468,\"place\":\"home\"}}")
            .formatted(MONDAY.plusWeeks(1));
    JsonNode machine = ok(town.machine("enforcer", "town").post("access/v1/evaluation", question));
    assertTrue(machine.path("decision").asBoolean(), machine.toString());
    assertFalse(machine.path("context").has("reasons"), machine.toString());
    assertFalse(machine.path("context").has("quota"), machine.toString());
    JsonNode own = ok(anna.post("access/v1/evaluation", question));
    assertEquals("GRANTED", own.at("/context/outcome").asText());
    assertTrue(own.path("context").has("quota"), own.toString());
    assertEquals(403, town.logIn("bert").post("access/v1/evaluation", question).status());
    assertEquals(2, ok(anna.get(MINE)).path("days").size(), "a question stores nothing");
  }

  private void desks(Browser anna) {
    Browser bert = town.logIn("bert");
    String path = MINE + "/desks?from=%s&to=%s".formatted(MONDAY, MONDAY.plusDays(1));
    JsonNode hidden = ok(bert.get(path)).at("/days/0");
    assertEquals(1, hidden.path("away").asInt());
    assertEquals("[]", hidden.path("shown").toString());
    assertEquals(
        204,
        anna.send("PUT", MINE + "/visible", "application/json", "{\"visible\":true}").status());
    Answer silent = anna.send("PUT", MINE + "/visible", "application/json", "{}");
    assertEquals(400, silent.status(), "it neither shows nor hides");
    assertEquals("/visible", silent.json().path("field").asText());
    assertEquals("[\"anna\"]", ok(bert.get(path)).at("/days/0/shown").toString());
    assertEquals(204, anna.send("DELETE", MINE + "/days/" + MONDAY, null, null).status());
    assertEquals(404, anna.send("DELETE", MINE + "/days/" + MONDAY, null, null).status());
    assertEquals(0, ok(bert.get(path)).at("/days/0/away").asInt());
    assertEquals("GRANTED", ask(anna, MONDAY, 468, "home").path("outcome").asText());
  }

  private void revoked(Browser anna) {
    JsonNode agreement = ok(anna.get(MINE)).path("agreement");
    String path = "api/v1/me/telework/agreements/" + agreement.path("id").asText() + "/revocation";
    long version = agreement.path("version").asLong();
    Answer soon = said(anna, path, version, "{\"from\":\"%s\"}".formatted(TODAY.plusDays(1)));
    assertEquals(409, soon.status(), soon.body());
    ok(said(anna, path, version, "{\"from\":\"%s\"}".formatted(TODAY.plusMonths(1))));
    assertEquals(
        TODAY.plusMonths(1).toString(), ok(anna.get(MINE)).at("/terms/revoked_from").asText());
    JsonNode after = ask(anna, Workday.from(TODAY.plusMonths(1)), 60, "home");
    assertEquals("GRANTED", after.path("outcome").asText(), after.toString());
    assertEquals("20 %", after.at("/quota/quota").asText(), "the unit's terms hold again");
  }

  private static JsonNode ask(Browser who, LocalDate date, int minutes, String place) {
    return ok(
        who.post(
            MINE + "/days",
            "{\"date\":\"%s\",\"minutes\":%d,\"place\":\"%s\"}".formatted(date, minutes, place)));
  }

  private static Answer said(Browser who, String path, long version, String body) {
    Answer answer = who.with("If-Match", "\"%d\"".formatted(version)).post(path, body);
    who.without("If-Match");
    return answer;
  }

  private static JsonNode ok(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.json();
  }
}
