package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.server.Browser.Answer;

/** One tap ends my day or changes the next hours, and nobody else's answers change by a byte. */
record OwnDayDoors(Town town) {
  private static final String TIMES = "api/v1/me/times";
  private static final String DAYS = "api/v1/me/days";
  private static final String CLOCK = "\"clock\":\"20[^\"]*\"";

  void said() {
    Browser anna = town.logIn("anna");
    assertEquals(today("available"), state(anna));
    String soon = OffsetDateTime.now().plusMinutes(40).withNano(0).toString();
    assertEquals(204, until(anna, "quiet", soon));
    assertEquals(today("off"), state(anna));
    assertEquals(204, until(anna, "available", soon));
    assertEquals(today("available"), state(anna));
    assertEquals(400, until(anna, "quiet", OffsetDateTime.now().minusMinutes(1).toString()));
    assertEquals(400, until(anna, "quiet", OffsetDateTime.now().plusDays(8).toString()));
    assertEquals(400, until(anna, "quiet", "half past five"));
    assertEquals(204, until(anna, "quiet", "12:00")); // today or tomorrow
    assertEquals(today("off"), state(anna));
    assertEquals(204, anna.delete("api/v1/me/one-offs").status());
    assertEquals(today("available"), state(anna));
  }

  void times() {
    Browser anna = town.logIn("anna");
    Answer before = anna.get(TIMES);
    String all =
        """
        {"pattern":{"anchor":"2026-01-05","weeks":["MON-FRI","MON-WED"]},
         "focus":[{"days":["TUE"],"from":"09:00","to":"11:00"}],
         "travel":[{"from":"2031-03-01","to":"2031-03-05","zone":"America/New_York"}],
         "absences":[{"from":"2031-08-04","to":"2031-08-22","deputy":"bert"},
                     {"from":"2031-01-10","to":"2031-01-10","deputy":"bert","every_weeks":1}]}""";
    Answer changed = put(anna, all, before);
    assertEquals(200, changed.status(), changed.body());
    JsonNode now = anna.get(TIMES).json();
    assertEquals(2, now.at("/pattern/weeks").size());
    assertEquals("2031-08-23T00:00:00+02:00", now.at("/absences/0/to").asText());
    assertEquals("bert", now.at("/absences/0/deputy").asText());
    assertFalse(now.at("/absences/0").has("every_weeks"), "it comes once");
    assertEquals(1, now.at("/absences/1/every_weeks").asInt());
    assertEquals(412, put(anna, all, before).status());
    assertEquals(428, anna.send("PUT", TIMES, "application/json", all).status());
    for (Map.Entry<String, String> wrong :
        Map.of(
                "{\"absences\":[{\"from\":\"2031-08-04\",\"to\":\"2031-08-22\",\"deputy\":\"anna\"}]}",
                "/absences/0/deputy",
                "{\"absences\":[{\"from\":\"2031-08-04\",\"to\":\"2031-08-22\",\"deputy\":\"x\"}]}",
                "/absences/0/deputy",
                "{\"absences\":[{\"from\":\"2031-08-04\",\"to\":\"2031-08-22\",\"every_weeks\":1}]}",
                "/absences/0/every_weeks",
                "{\"focus\":[{\"days\":[\"TUE\"],\"from\":\"09:00\"}]}",
                "/focus/0/to",
                "{\"holidays\":[]}",
                "/holidays")
            .entrySet()) {
      Answer refused = put(anna, wrong.getKey(), anna.get(TIMES));
      assertEquals(400, refused.status(), refused.body());
      assertEquals(wrong.getValue(), refused.json().path("field").asText());
    }
    assertEquals(200, put(anna, "{}", anna.get(TIMES)).status());
    assertFalse(anna.get(TIMES).json().has("pattern"));
  }

  /** A date to come with other hours; what is said for today is taken back without it. */
  void days() {
    Browser anna = town.logIn("anna");
    LocalDate date = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(20);
    String path = DAYS + "/" + date;
    String split =
        "{\"windows\":[{\"from\":\"08:00\",\"to\":\"12:00\"},{\"from\":\"20:00\",\"to\":\"24:00\"}]}";
    Answer set = anna.send("PUT", path, "application/json", split);
    assertEquals(200, set.status(), set.body());
    assertEquals(204, until(anna, "quiet", "12:00"));
    assertEquals(204, anna.delete("api/v1/me/one-offs").status());
    JsonNode days = anna.get(DAYS).json().path("days");
    assertEquals(1, days.size(), days.toString());
    assertEquals(date.toString(), days.at("/0/date").asText());
    assertEquals("24:00", days.at("/0/windows/1/to").asText());
    Answer many =
        anna.send(
            "PUT",
            path + "?to=" + date.plusDays(6),
            "application/json",
            "{\"windows\":[],\"days\":[\"MON\"]}");
    assertEquals(date.getDayOfWeek() == DayOfWeek.MONDAY ? 1 : 2, many.json().path("days").size());
    for (Map.Entry<String, String> wrong :
        Map.of(
                "2000-01-01",
                "liegt vor|lies before",
                date.plusDays(400).toString(),
                "400",
                "soon",
                "soon")
            .entrySet()) {
      Answer refused = anna.send("PUT", DAYS + "/" + wrong.getKey(), "application/json", split);
      assertEquals(400, refused.status(), refused.body());
      assertTrue(refused.body().matches("(?s).*(" + wrong.getValue() + ").*"), refused.body());
    }
    String backwards = split.replace("12:00", "07:00");
    assertEquals(400, anna.send("PUT", path, "application/json", backwards).status());
    assertEquals(200, anna.delete(path + "?to=" + date.plusDays(6)).status());
    assertEquals(0, anna.get(DAYS).json().path("days").size());
  }

  /** What every other role reads is the same before and after, byte by byte. */
  void nobodySeesTheTap() {
    Map<String, Browser> others = town.everybody();
    others.remove("employee");
    List<String> before = seen(others);
    Browser anna = town.logIn("anna");
    assertEquals("", restUntil(anna));
    assertEquals(204, anna.post("api/v1/me/feierabend", "{}").status());
    assertNotEquals("", restUntil(anna));
    assertEquals(today("resting"), state(anna));
    assertTrue(anna.get("api/v1/me/status").json().path("after_work").asBoolean());
    assertEquals(before, seen(others));
    assertEquals(204, anna.delete("api/v1/me/feierabend").status());
    assertEquals(today("available"), state(anna));
    assertFalse(anna.get("api/v1/me/status").json().path("after_work").asBoolean());
    assertEquals(before, seen(others));
  }

  private static List<String> seen(Map<String, Browser> others) {
    Set<String> clocks =
        Set.of(
            "metrics",
            "openapi",
            "api/v1/doors",
            "api/v1/hours/town/office",
            "api/v1/hours/town/office/hours.ics"); // they tell when they were asked
    List<String> seen = new ArrayList<>();
    others.forEach(
        (role, browser) -> {
          for (Endpoint e : Endpoint.ALL)
            if (e.method().equals("GET") && e.roles().contains(role) && !clocks.contains(e.path()))
              seen.add(role + " " + e.path() + " " + e.ask(browser).body().replaceAll(CLOCK, ""));
        });
    return seen;
  }

  private static int until(Browser browser, String what, String instant) {
    return browser.post("api/v1/me/" + what, "{\"until\":\"" + instant + "\"}").status();
  }

  private static String restUntil(Browser browser) {
    return browser.get("api/v1/me/data").json().path("rest_until").asText("");
  }

  private static String state(Browser browser) {
    return browser.get("api/v1/me/status").json().path("state").asText();
  }

  /** Of a Sunday or holiday the law has the last word, whatever somebody says of it. */
  private static String today(String workday) {
    return Workday.ofRest(LocalDate.now(ZoneId.of("Europe/Berlin"))) ? "protected" : workday;
  }

  private static Answer put(Browser browser, String body, Answer read) {
    browser.with("If-Match", read.header("ETag"));
    Answer answer = browser.send("PUT", TIMES, "application/json", body);
    browser.without("If-Match");
    return answer;
  }
}
