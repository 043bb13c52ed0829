package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.server.Browser.Answer;

/** A list of people is tried, applied, and somebody on it leaves the house. */
record DirectoryDoors(Town town, Surroundings surroundings) {
  private static final String LEAVER = "lea-vanishes";
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
    assertEquals(Set.of("account", "person", "person_address", "session"), tablesWith(LEAVER));

    Answer gone = csv(hr, IMPORT, "kind;id;leaves\nperson;" + LEAVER + ";ja\n");
    assertEquals(1, gone.json().at("/counts/leaves").asInt(), gone.body());
    assertEquals(401, lea.get("api/v1/me/status").status(), "the log-in ends at once");
    assertEquals(people, people(hr));
    Set<String> left = tablesWith(LEAVER);
    for (int tries = 0; !left.isEmpty() && tries < 60; tries++) {
      Thread.sleep(500);
      left = tablesWith(LEAVER);
    }
    assertEquals(Set.of(), left);
    assertEquals(0, numbersWithoutPerson());
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

  /** Every table of the database in which the text stands anywhere. */
  private Set<String> tablesWith(String text) throws SQLException {
    Set<String> found = new TreeSet<>();
    try (Connection c =
            surroundings.database.getDatabase("postgres", "feierabend").getConnection();
        Statement s = c.createStatement()) {
      for (String table : tables(s))
        try (ResultSet r =
            s.executeQuery(
                "SELECT count(*) FROM %s t WHERE strpos(t::text, '%s') > 0"
                    .formatted(table, text))) {
          r.next();
          if (r.getLong(1) > 0) found.add(table.replace("public.", "").replace("\"", ""));
        }
    }
    return found;
  }

  /** Rows that speak of a person by number, and there is nobody of that number. */
  private long numbersWithoutPerson() throws SQLException {
    long lost = 0;
    try (Connection c =
            surroundings.database.getDatabase("postgres", "feierabend").getConnection();
        Statement s = c.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet r =
          s.executeQuery(
              "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public'"
                  + " AND column_name = 'person' AND data_type = 'bigint'")) {
        while (r.next()) tables.add(r.getString(1));
      }
      assertTrue(tables.containsAll(List.of("deferral", "rest_until", "telework_shown")));
      for (String table : tables)
        try (ResultSet r =
            s.executeQuery(
                "SELECT count(*) FROM %s WHERE person NOT IN (SELECT no FROM person)"
                    .formatted(table))) {
          r.next();
          lost += r.getLong(1);
        }
    }
    return lost;
  }

  private static List<String> tables(Statement s) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet r =
        s.executeQuery(
            "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                + " WHERE schemaname IN ('public', 'open_week')")) {
      while (r.next()) tables.add(r.getString(1));
    }
    return tables;
  }
}
