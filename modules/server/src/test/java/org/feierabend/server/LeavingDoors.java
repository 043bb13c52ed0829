package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.server.Browser.Answer;

/** Somebody does everything that leaves a row, leaves the house, and there is no row any more. */
record LeavingDoors(Town town, Surroundings surroundings) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOUSE = "leavers";
  private static final String LEAVER = "vera-vanishes";
  private static final String MAIL = "vera@leavers.example";

  /** What a person leaves behind by number, each made here by the product. */
  private static final Set<String> SEEDED =
      Set.of(
          "block_member",
          "card_unwanted",
          "deferral",
          "feed",
          "person_address",
          "reorganisation_move",
          "rest_until",
          "telework_agreement",
          "telework_day",
          "telework_resident",
          "telework_shown");

  /** A table of people that is not emptied by itself has to be among those seeded. */
  void nothingIsLeftInAnyTable() throws Exception {
    Tables tables = new Tables(surroundings);
    assertTrue(SEEDED.containsAll(tables.thatKeep()), "seed these too: " + tables.thatKeep());
    assertEquals(List.of("account", "policy_comment"), tables.byId());
    house();
    Browser vera = town.logIn(LEAVER);
    Browser hr = town.logIn(HOUSE + "-hr");
    long number = tables.number(HOUSE, LEAVER);
    lived(vera, hr);
    Set<String> unseeded = new TreeSet<>(SEEDED);
    unseeded.removeAll(tables.of(number));
    assertEquals(Set.of(), unseeded);
    assertTrue(tables.with(LEAVER).containsAll(Set.of("account", "session", "person")));

    Answer gone = csv(hr, "directory/import", "kind;id;leaves\nperson;" + LEAVER + ";ja\n");
    assertEquals(1, gone.json().at("/counts/leaves").asInt(), gone.body());
    assertEquals(401, vera.get("api/v1/me/status").status(), "the log-in ends at once");
    tables.awaitNone(LEAVER);
    tables.awaitNone(MAIL);
    Set<String> left = tables.of(number);
    for (int tries = 0; !left.isEmpty() && tries < 60; tries++) {
      Thread.sleep(500); // what waited is handed over first
      left = tables.of(number);
    }
    assertEquals(Set.of(), left);
    told();
  }

  private void house() {
    String far = town.laterWindow(); // now is outside: what comes waits, and counts
    List<String> people = new ArrayList<>();
    people.add(LEAVER);
    for (int i = 0; i < Town.PEOPLE; i++) people.add("l" + i);
    town.employer(HOUSE, people.stream().map(id -> Town.person(id, far)).toArray(String[]::new));
    town.account(HOUSE + "-hr", "hr", HOUSE, null);
    town.account(LEAVER, "employee", HOUSE, LEAVER);
  }

  private void lived(Browser vera, Browser hr) {
    ok(csv(hr, "directory/import", "kind;id;mail\nperson;%s;%s\n".formatted(LEAVER, MAIL)));
    Answer held = town.patiently(town.machine("source", HOUSE), town.contact("vera-waits", LEAVER));
    assertEquals(202, held.status(), held.body());
    done(vera.post("api/v1/me/feierabend", "{}"));
    ok(json(vera, "PUT", "me/decisions", "{\"kept\":false}"));
    assertEquals(201, vera.post("api/v1/me/feeds", "{}").status());
    done(json(vera, "PUT", "me/telework/visible", "{\"visible\":true}"));
    ok(vera.put("api/v1/me/telework/residence", "{\"residence\":\"AT\"}", "\"0\""));
    ok(vera.post("api/v1/me/telework/agreements", "{\"quota\":\"30 %\",\"from\":\"2026-01-01\"}"));
    LocalDate monday = Workday.monday(LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(1), 0);
    ok(vera.post("api/v1/me/telework/days", "{\"date\":\"%s\",\"minutes\":60}".formatted(monday)));
    String next = hr.get("api/v1/directory/reorganisations").json().path("next").asText();
    ok(
        csv(
            hr,
            "directory/reorganisations?quarter=" + next,
            "kind;id;unit;name\nunit;attic;office;Dach\nperson;%s;attic;\n".formatted(LEAVER)));
  }

  /** The audit log tells how many went, and that a log-in ended, and of nobody who. */
  private void told() throws IOException {
    List<String> rows = new ArrayList<>();
    String log = town.operator.get("api/v1/audit?employer=" + HOUSE).body();
    for (String line : log.lines().toList()) {
      JsonNode row = JSON.readTree(line);
      rows.add(row.path("what").asText() + row.path("details"));
    }
    assertTrue(
        rows.contains(
            "people.changed{\"changed\":\"0\",\"joined\":\"0\",\"left\":\"1\",\"units\":\"0\"}"),
        rows.toString());
    assertTrue(
        rows.contains("account.deleted{\"count\":\"1\",\"roles\":\"employee\"}"), rows.toString());
    assertFalse(log.contains("vera"), log);
  }

  /** What lena said of a proposal stays, and her name does not. */
  void whatWasSaidOfAProposalLosesItsName(Browser council, Browser hr) throws Exception {
    Tables tables = new Tables(surroundings);
    assertTrue(tables.with("lena").contains("policy_comment"));
    Answer gone = csv(hr, "directory/import", "kind;id;leaves\nperson;lena;ja\n");
    assertEquals(1, gone.json().at("/counts/leaves").asInt(), gone.body());
    tables.awaitNone("lena");
    String edition = council.get("api/v1/policies").json().at("/editions/0/edition").asText();
    JsonNode comments = council.get("api/v1/policies/" + edition).json().path("comments");
    assertEquals(2, comments.size());
    assertFalse(comments.toString().contains("\"by\""), comments.toString());
  }

  private static Answer csv(Browser hr, String path, String file) {
    return hr.send("POST", "api/v1/" + path, "text/csv; charset=utf-8", file);
  }

  private static Answer json(Browser who, String method, String path, String body) {
    return who.send(method, "api/v1/" + path, "application/json", body);
  }

  private static void ok(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
  }

  private static void done(Answer answer) {
    assertEquals(204, answer.status(), answer.body());
  }
}
