package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.feierabend.server.Browser.Answer;

/** A list of people is tried, applied, and somebody on it leaves the house. */
record DirectoryDoors(Town town, Surroundings surroundings) {
  private static final String LEAVER = "lea-vanishes";
  private static final String REORGANISE = "api/v1/directory/reorganisations";
  private static final String IMPORT = "api/v1/directory/import";

  void cameChangedAndLeft() throws Exception {
    Browser hr = town.logIn("hanna");
    String file =
        "\uFEFFkind;id;unit;name;mail;phone\r\nunit;parks;office;Grünflächen;;\r\n"
            + "person;%s;parks;;%s@town.example;0911\r\nperson;p21;parks;;;\r\n"
                .formatted(LEAVER, LEAVER);
    int people = people(hr);
    Answer tried = csv(hr, IMPORT + "?dry-run=true", file);
    assertEquals(200, tried.status(), tried.body());
    assertEquals(1, tried.json().at("/counts/joins").asInt(), tried.body());
    assertEquals(people, people(hr), "a dry run changes nothing");
    assertTrue(tried.json().at("/notes/0/de").asText().contains("phone"), tried.body());
    assertTrue(tried.json().at("/blocks/blocks/0/headcount").asInt() >= people, tried.body());

    Answer wrong = csv(hr, IMPORT, file + "person;x;nowhere;;;\r\n");
    assertEquals(422, wrong.status(), wrong.body());
    assertEquals(5, wrong.json().at("/complaints/0/line").asInt());
    assertEquals("nowhere", wrong.json().at("/complaints/0/value").asText());
    assertEquals(people, people(hr), "whole or not at all");
    assertEquals(415, hr.post(IMPORT, "{}").status());

    Answer applied = csv(hr, IMPORT, file);
    assertTrue(applied.json().path("applied").asBoolean(), applied.body());
    assertEquals(people + 1, people(hr));
    assertEquals(
        0, csv(hr, IMPORT, file).json().path("steps").size(), "a second time is no change");

    leave(hr, people);
    csv(hr, IMPORT, "kind;id;unit;leaves\nperson;p21;office;\nunit;parks;;yes\n");
  }

  /**
   * As the personnel office's page does it: looked at, proposed, looked at anew, confirmed,
   * withdrawn.
   */
  void reorganised() {
    Browser hr = town.logIn("hanna");
    String running = hr.get(REORGANISE).json().path("running").asText();
    String next = hr.get(REORGANISE).json().path("next").asText();
    String file = "kind;id;unit;name\nunit;cellar;office;Keller\nperson;p20;cellar;\n";
    Answer tried = csv(hr, REORGANISE + "?dry-run=true&quarter=" + next, file);
    assertEquals(200, tried.status(), tried.body());
    JsonNode blocks = tried.json().path("blocks");
    assertEquals("rest-of-office", blocks.at("/blocks/0/id").asText(), blocks.toString());
    assertEquals("new", blocks.at("/blocks/0/change").asText(), "the office's own block with more");
    assertEquals("office", blocks.at("/gone/0/id").asText());
    assertEquals("cellar", blocks.at("/together/0/id").asText(), "too small to be reported alone");
    assertEquals(0, blocks.path("unreported").asInt());
    assertEquals(0, hr.get(REORGANISE).json().path("reorganisations").size());
    assertEquals(400, csv(hr, REORGANISE + "?quarter=" + running, file).status());
    assertEquals(200, csv(hr, REORGANISE + "?quarter=" + next, file).status());
    String one = REORGANISE + "/" + next;
    assertEquals("proposed", hr.get(one).json().at("/reorganisation/state").asText());
    assertEquals(404, hr.get(REORGANISE + "/2099-Q1").status());
    assertEquals(403, town.logIn("carla").get(one).status(), "it names people");
    assertEquals(204, hr.post(one + "/confirmation", "{}").status());
    assertEquals(404, hr.post(one + "/confirmation", "{}").status(), "once");
    assertEquals(409, hr.post(REORGANISE + "/" + running + "/confirmation", "{}").status());
    assertEquals(409, csv(hr, REORGANISE + "?quarter=" + next, file).status());
    JsonNode shown = hr.get(one).json();
    assertEquals("confirmed", shown.at("/reorganisation/state").asText());
    assertEquals(1, shown.at("/account/counts/moves").asInt(), shown.toString());
    assertEquals(0, hr.get("api/v1/me/alerts").json().path("notices").size());
    assertEquals(204, hr.delete(one).status());
    assertEquals(404, hr.delete(one).status());
  }

  private void leave(Browser hr, int people) throws Exception {
    town.account(LEAVER + ".login", "employee", "town", LEAVER);
    Browser lea = town.logIn(LEAVER + ".login");
    Browser source = town.machine("source", "town");
    assertEquals(202, town.patiently(source, town.contact("before-she-left", LEAVER)).status());
    lea.send("PUT", "api/v1/me/telework/visible", "application/json", "{\"visible\":true}");
    Answer deputy =
        town.patiently(
            source,
            """
            {"specversion":"1.0","id":"absence-of-p20","source":"test","time":"%s","type":"org.feierabend.absence.v1",
             "data":{"person":"p20","from":"2031-08-03T00:00:00Z","to":"2031-08-21T00:00:00Z","deputy":"%s"}}"""
                .formatted(java.time.Instant.now(), LEAVER));
    assertEquals(202, deputy.status(), deputy.body());
    Tables tables = new Tables(surroundings);
    assertEquals(Set.of("account", "person", "person_address", "session"), tables.with(LEAVER));

    Answer gone = csv(hr, IMPORT, "kind;id;leaves\nperson;" + LEAVER + ";ja\n");
    assertEquals(1, gone.json().at("/counts/leaves").asInt(), gone.body());
    assertEquals(401, lea.get("api/v1/me/status").status(), "the log-in ends at once");
    assertEquals(people, people(hr));
    tables.awaitNone(LEAVER);
    tables.awaitNoNumberWithoutPerson();
    JsonNode events =
        source
            .send("POST", "api/v1/events", Town.EVENT, town.contact("after-she-left", LEAVER))
            .json();
    assertTrue(events.toString().length() > 0);
  }

  private int people(Browser hr) {
    return hr.get("api/v1/people").json().path("total").asInt();
  }

  private static Answer csv(Browser hr, String path, String file) {
    return hr.send("POST", path, "text/csv; charset=utf-8", file);
  }
}
