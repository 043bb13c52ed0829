package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.feierabend.server.Browser.Answer;

/** A measure from its proposal to its end, and who may say what of it. */
record MeasureDoors(Town town) {
  private static final String MEASURES = "api/v1/measures";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
  private static final String FIRST =
      "{\"title\":{\"de\":\"=Kernzeit\",\"en\":\"Core time\"},\"horizon\":\"SHORT\",\"owner\":\"office\",\"due\":\"2030-06-30\","
          + "\"indicator\":\"meetings-outside-frame\",\"staff_days\":\"12.25\",\"euros\":\"99999999999.99\","
          + "\"resolution\":{\"date\":\"2025-11-20\",\"number\":\"20-26 / B 117\"}}";

  void agreedBegunAndCounted() {
    Browser hr = town.logIn("hanna");
    Browser council = town.logIn("carla");
    JsonNode proposed = made(hr, "key-one", FIRST);
    assertEquals(
        proposed.path("id"), made(hr, "key-one", FIRST).path("id"), "asked twice, made once");
    assertEquals(
        422,
        with(hr, "Idempotency-Key", "key-one")
            .post(MEASURES, FIRST.replace("12.25", "13"))
            .status());
    hr.without("Idempotency-Key");
    String path = MEASURES + "/" + proposed.path("id").asText();
    assertEquals("\"1\"", hr.get(path).header("ETag"));
    wrongOnesAreRefusedWithTheirField(hr);

    assertEquals(428, council.post(path + "/agreement", "{}").status());
    assertEquals(412, said(council, path + "/agreement", 7, "{}").status());
    assertEquals(409, said(hr, path + "/agreement", 1, "{}").status(), "not with oneself");
    assertEquals(409, said(hr, path + "/beginning", 1, "{}").status(), "nothing is agreed yet");
    JsonNode agreed = ok(said(council, path + "/agreement", 1, "{}"));
    assertEquals("AGREED", agreed.path("state").asText());
    assertEquals("99999999999.99", agreed.at("/plan/euros").asText());
    assertEquals(404, town.logIn("hugo").get(path).status(), "of another town");

    JsonNode changed = changed(council, path, FIRST.replace("12.25", "20"));
    assertEquals("12.25", changed.at("/plan/staff_days").asText(), "what was agreed holds");
    assertEquals("20.00", changed.at("/proposal/plan/staff_days").asText());
    assertEquals(
        "20.00", ok(said(hr, path + "/agreement", 3, "{}")).at("/plan/staff_days").asText());

    assertFalse(ok(hr.get(path + "/trend")).has("comparison"), "it has not begun");
    assertEquals(
        400,
        said(hr, path + "/beginning", 4, "{\"on\":\"%s\"}".formatted(TODAY.plusDays(2))).status());
    ok(said(hr, path + "/beginning", 4, "{\"on\":\"%s\"}".formatted(TODAY.minusWeeks(3))));
    JsonNode trend = ok(council.get(path + "/trend"));
    assertEquals("nothing-to-compare", trend.at("/comparison/change").asText());
    assertFalse(trend.at("/comparison/significant").asBoolean());
    assertTrue(trend.at("/comparison/before/why").isTextual(), trend.toString());

    JsonNode sum = ok(hr.get(MEASURES)).at("/totals/0");
    assertEquals("SHORT", sum.path("horizon").asText());
    assertEquals("99999999999.99", sum.at("/agreed/euros").asText());
    assertEquals("20.00", sum.at("/agreed/staff_days").asText());
    String csv = hr.get(MEASURES + "/table.csv?language=en").body();
    assertTrue(csv.contains("Core time,short,running,"), csv);
    assertTrue(csv.contains("Sum agreed: 1,short,,,,,,,20.00,99999999999.99"), csv);
    String german = hr.get(MEASURES + "/table.csv").body();
    assertTrue(german.contains("'=Kernzeit;kurzfristig;läuft;"), german);
    assertTrue(german.contains(";20,00;99999999999,99;"), german);
    assertTrue(german.contains(";30.06.2030;"), german);
    ok(said(council, path + "/completion", 5, "{}"));
    assertEquals(409, said(council, path + "/abandonment", 6, "{}").status(), "it is over");
  }

  private static void wrongOnesAreRefusedWithTheirField(Browser hr) {
    refused(hr, FIRST.replace("\"owner\":\"office\"", "\"owner\":\"anna\""), "/owner");
    refused(hr, FIRST.replace("\"owner\":\"office\"", "\"person\":\"anna\""), "/person");
    refused(hr, FIRST.replace("SHORT", "SOON"), "/horizon");
    refused(hr, FIRST.replace("meetings-outside-frame", "sick-days"), "/indicator");
    refused(hr, FIRST.replace("12.25", "0.001"), "/");
    refused(hr, FIRST.replace("99999999999.99", "-1"), "/");
    refused(hr, FIRST.replace("2030-06-30", "soon"), "/due");
    refused(hr, FIRST.replace("2030-06-30", TODAY.minusDays(1).toString()), "/due");
    refused(hr, FIRST.replace(",\"en\":\"Core time\"", ""), "/title/en");
    refused(hr, FIRST.replace("2025-11-20", TODAY.plusDays(1).toString()), "/resolution/date");
  }

  private static void refused(Browser hr, String body, String field) {
    Answer answer = hr.post(MEASURES, body);
    assertEquals(400, answer.status(), answer.body());
    assertEquals(field, answer.json().path("field").asText(), answer.body());
  }

  private static JsonNode made(Browser who, String key, String body) {
    JsonNode made = ok(with(who, "Idempotency-Key", key).post(MEASURES, body));
    who.without("Idempotency-Key");
    return made;
  }

  private static JsonNode changed(Browser who, String path, String body) {
    JsonNode changed =
        ok(with(who, "If-Match", "\"2\"").send("PUT", path, "application/json", body));
    who.without("If-Match");
    return changed;
  }

  private static Answer said(Browser who, String path, long version, String body) {
    Answer answer = with(who, "If-Match", "\"%d\"".formatted(version)).post(path, body);
    who.without("If-Match");
    return answer;
  }

  private static Browser with(Browser who, String header, String value) {
    return who.with(header, value);
  }

  private static JsonNode ok(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.json();
  }
}
