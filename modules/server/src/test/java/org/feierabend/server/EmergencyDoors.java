package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An emergency is counted once, for a role, and judged once, by hr or the council. */
record EmergencyDoors(Town town) {
  private static String flood(String recipient) {
    return ("{\"specversion\":\"1.0\",\"id\":\"flood\",\"source\":\"test\",\"time\":\"%s\","
            + "\"type\":\"org.feierabend.contact.v1\",\"data\":{\"recipient\":\"%s\",\"channel\":\"CALL\","
            + "\"sender_role\":\"MANAGER\",\"urgency\":\"EMERGENCY\",\"reason\":\"FLOOD\"}}")
        .formatted(Instant.now().truncatedTo(ChronoUnit.SECONDS), recipient);
  }

  void countedAndJudged() {
    Browser source = town.machine("source", "town");
    for (String person : new String[] {"anna", "p2"})
      assertEquals(202, source.send("POST", "api/v1/events", Town.EVENT, flood(person)).status());
    Browser hr = town.logIn("hanna");
    JsonNode seen = hr.get("api/v1/emergencies").json();
    assertEquals(1, seen.path("emergencies").size(), seen.toString());
    JsonNode one = seen.path("emergencies").path(0);
    assertEquals("FLOOD", one.path("reason").asText());
    assertFalse(seen.toString().contains("anna"), seen.toString());
    String path = "api/v1/emergencies/" + one.path("id").asText() + "/judgement";
    assertEquals(400, hr.post(path, "{\"verdict\":\"MAYBE\"}").status());
    assertEquals(404, town.logIn("hugo").post(path, "{\"verdict\":\"EMERGENCY\"}").status());
    assertEquals(204, hr.post(path, "{\"verdict\":\"NO_EMERGENCY\"}").status());
    Browser council = town.logIn("carla");
    assertEquals(409, council.post(path, "{\"verdict\":\"EMERGENCY\"}").status());
    JsonNode role = council.get("api/v1/emergencies").json().path("roles").path(0);
    assertEquals(1, role.path("wrong").asInt());
    assertFalse(role.path("secondPerson").asBoolean());
  }
}
