package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.feierabend.server.Browser.Answer;

/** Reports of a town that was there in 2025, when nobody counted anything yet. */
record ReportDoors(Town town) {
  private static final String ID = "archive";
  private static final String EMPLOYER =
      "{\"id\":\"%s\",\"name\":\"Archiv\",\"zone\":\"Europe/Berlin\",\"municipality\":\"09564000\","
              .formatted(ID)
          + "\"clock\":\"wall\",\"start\":\"2024-12-30\",\"synthetic\":true,\"policy\":\"city\",\"units\":[{\"id\":\"office\","
          + "\"name\":{\"de\":\"Amt\",\"en\":\"Office\"},\"parent\":null}],\"people\":[]}";

  void preparedAndAgreedTo() throws InterruptedException {
    Town.created(town.operator.post("api/v1/employers", EMPLOYER));
    for (String role : List.of("hr", "council", "manager")) town.account(ID + role, role, ID, null);
    Browser council = town.logIn(ID + "council");
    awaitYear(council);
    sameBytes(council);
    mistakes(council);
    openData(council, town.logIn(ID + "hr"));
  }

  /** The bell rings twice a minute. */
  private static void awaitYear(Browser council) throws InterruptedException {
    for (int tries = 0; tries < 90; tries++) {
      JsonNode reports = council.get("api/v1/reports").json().path("reports");
      for (JsonNode report : reports) if (report.path("period").asText().equals("2025")) return;
      Thread.sleep(1_000);
    }
    throw new AssertionError(council.get("api/v1/reports").body());
  }

  private static void sameBytes(Browser council) throws InterruptedException {
    Map<String, String> types =
        Map.of("pdf", "application/pdf", "html", "text/html", "csv", "text/csv", "json", "json");
    for (String form : new TreeSet<>(types.keySet()))
      for (String language : List.of("de", "en")) {
        String path = "api/v1/reports/2025-Q1/" + form + "?language=" + language;
        Answer first = council.get(path);
        assertEquals(200, first.status(), path + first.body());
        assertTrue(first.header("Content-Type").contains(types.get(form)), path);
        assertTrue(first.header("Content-Disposition").contains("2025-Q1"), path);
        if (form.equals("pdf")) Thread.sleep(1_100); // a PDF's dates have seconds
        assertArrayEquals(first.bytes(), council.get(path).bytes(), path);
      }
  }

  private static void mistakes(Browser council) {
    problem(council, 404, "2025-Q1/docx", "pdf, html, csv");
    problem(council, 400, "2025-Q9/pdf", "2026-Q1");
    problem(council, 400, "2025-Q1/pdf?language=fr", "de");
    problem(council, 404, "2024-Q4/pdf", "2025-W01");
    problem(council, 404, "2999-Q4/pdf", "3000-01-");
  }

  private static void problem(Browser asked, int status, String path, String says) {
    Answer answer = asked.get("api/v1/reports/" + path);
    assertEquals(status, answer.status(), path + answer.body());
    assertTrue(answer.header("Content-Type").startsWith("application/problem+json"), path);
    assertTrue(answer.body().contains(says), answer.body());
  }

  /** It leaves the house when both sides agreed to the same bytes, and not before. */
  private void openData(Browser council, Browser hr) {
    JsonNode year = year(hr);
    String agree = "{\"hash\":\"%s\"}".formatted(year.path("hash").asText());
    String path = "api/v1/open-data/2025/approval";
    assertEquals(409, hr.post(path, "{\"hash\":\"%064d\"}".formatted(0)).status());
    assertEquals(409, asOperator().status());
    assertEquals(200, hr.post(path, agree).status());
    assertEquals(200, hr.post(path, agree).status(), "again changes nothing");
    assertEquals(409, asOperator().status(), "one side is not enough, even twice");
    assertEquals(403, town.logIn(ID + "manager").post(path, agree).status());
    assertEquals(409, asOperator().status());
    Answer both = council.post(path, agree);
    assertTrue(both.json().path("free").asBoolean(), both.body());
    Answer left = asOperator();
    assertEquals(200, left.status(), left.body());
    assertEquals(year.path("hash").asText(), Surroundings.sha256(left.bytes()));
    assertArrayEquals(left.bytes(), hr.get("api/v1/open-data/2025").bytes());
  }

  private static JsonNode year(Browser browser) {
    for (JsonNode year : browser.get("api/v1/open-data").json().path("years"))
      if (year.path("year").asInt() == 2025) return year;
    throw new AssertionError(browser.get("api/v1/open-data").body());
  }

  private Answer asOperator() {
    return town.operator.get("api/v1/open-data/2025?employer=" + ID);
  }
}
