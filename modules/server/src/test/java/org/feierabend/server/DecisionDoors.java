package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.feierabend.server.Browser.Answer;

/** What only the running server shows of the decision API: statuses and headers. */
record DecisionDoors(URI base, Town town) {
  void unknownAddresses() {
    Browser enforcer = town.machine("enforcer", "town");
    for (String path :
        List.of("access/v1/search", "access/x", "v1/data/x", "v1", "api/v2", "nothing", "error")) {
      Answer answer = enforcer.get(path);
      assertEquals(404, answer.status(), path);
      assertEquals("application/problem+json", answer.header("Content-Type"), path);
      assertEquals(404, answer.json().path("status").asInt(), path);
      assertEquals("", answer.header("Server") + answer.header("X-Powered-By"), path);
    }
    assertEquals(405, enforcer.get("access/v1/evaluation").status());
    assertEquals(404, new Browser(base).get("app/none.js").json().path("status").asInt());
  }

  void statusCodes() {
    String question = Town.QUESTION;
    Browser enforcer = town.machine("enforcer", "town").with("X-Request-ID", "bfe9 {ab}");
    for (String path : List.of("access/v1/evaluation", "access/v1/evaluations")) {
      Answer answer = enforcer.post(path, question);
      assertEquals(200, answer.status(), answer.body());
      assertEquals("bfe9 {ab}", answer.header("X-Request-ID"));
      assertTrue(answer.header("Cache-Control").matches("private, max-age=[0-9]{1,2}"), path);
      for (String wrong : List.of("", "{", "[]", "{}"))
        assertEquals(400, enforcer.post(path, wrong).status(), wrong);
      assertEquals(400, enforcer.send("POST", path, "text/plain", question).status());
      assertEquals(400, enforcer.send("POST", path, "application/xml", question).status());
      assertEquals("bfe9 {ab}", enforcer.post(path, "{").header("X-Request-ID"));
      Answer nobody = new Browser(base).with("X-Request-ID", "7").post(path, question);
      assertEquals(401, nobody.status());
      assertEquals("7", nobody.header("X-Request-ID"));
      assertEquals(403, town.machine("source", "town").post(path, question).status());
    }
  }

  /** Monday, 1 March 2027; anna is always there, bert a single hour of the day. */
  void slots() {
    Browser enforcer = town.machine("enforcer", "town");
    Answer late = enforcer.post("access/v1/evaluation", meeting("18", "anna"));
    assertFalse(late.json().at("/context/slot_allowed").asBoolean(true), late.body());
    assertEquals(
        "2027-03-02T09:00:00+01:00",
        late.json().at("/context/slot_proposed").asText(),
        late.body());
    Answer core = enforcer.post("access/v1/evaluation", meeting("10", "anna"));
    assertTrue(core.json().at("/context/slot_allowed").asBoolean(), core.body());
    assertTrue(core.json().at("/context/slot_proposed").isMissingNode(), core.body());
    Answer group =
        enforcer.post(
            "access/v1/evaluations",
            meeting("18", "anna")
                .replaceFirst(
                    "}$",
                    ",\"evaluations\":[{},{\"resource\":{\"type\":\"person\",\"id\":\"p3\"}}]}"));
    assertEquals(200, group.status(), group.body());
    assertFalse(group.json().at("/context/slot_allowed").asBoolean(true), group.body());
  }

  private static String meeting(String hour, String person) {
    return Town.QUESTION
        .replace("\"contact\"", "\"meet\"")
        .replace("\"bert\"", "\"" + person + "\"")
        .replace(
            "{\"channel\":\"CHAT\"}",
            "{\"group\":true,\"start\":\"2027-03-01T%1$s:00:00+01:00\",\"end\":\"2027-03-01T%1$s:30:00+01:00\"}"
                .formatted(hour));
  }

  void proxyStatuses() {
    Browser proxy = town.machine("enforcer", "town").with("X-Contact-Sender", "anna");
    for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
      for (String path : List.of("access/v1/ext-authz", "access/v1/ext-authz/rooms/7?x=%2f")) {
        proxy.with("X-Contact-Recipient", "anna");
        Answer pass = proxy.send(method, path, null, null);
        assertEquals(200, pass.status(), method + path + pass.body());
        assertFalse(pass.header("X-Contact-Outcome").isEmpty(), method);
        proxy.with("X-Contact-Recipient", "bert");
        Answer stop = proxy.send(method, path, null, null);
        assertEquals(403, stop.status(), method + path + stop.body());
        assertEquals("DEFER", stop.header("X-Contact-Outcome"), method);
        assertFalse(stop.header("X-Contact-Until").isEmpty(), method);
        if (!method.equals("HEAD")) assertEquals("{\"decision\":false}", stop.body());
      }
    assertEquals(405, proxy.send("PROPFIND", "access/v1/ext-authz", null, null).status());
  }
}
