package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * An edition that HR alone has signed is called agreed by whoever can write to the database, and
 * the server is killed and starts anew: every answer is what it was.
 */
@ResourceLock(RunningInstance.SHARED)
class ForgedEditionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final String EMPLOYER = "forged";
  private static final String POLICIES = "/api/v1/policies";
  private static final int DAYS = 14;

  private final RunningInstance instance = RunningInstance.shared();
  private final Http operator = instance.operator();
  private Http enforcer;
  private final ZonedDateTime now = ZonedDateTime.now(ZONE).withNano(0);

  @Test
  void a_half_signed_edition_put_in_force_by_sql_changes_no_byte_after_a_restart()
      throws Exception {
    operator.post(
        "/api/v1/employers",
        """
        {"id":"forged","name":"Forged","zone":"Europe/Berlin","municipality":"09564000","policy":"p0",
         "units":[{"id":"office","name":{"de":"Amt","en":"Office"},"parent":null}],
         "people":[{"id":"forged-1","unit":"office"},{"id":"forged-2","unit":"office"}]}""");
    SigningSide hr = SigningSide.of(instance, EMPLOYER, "hr");
    SigningSide council = SigningSide.of(instance, EMPLOYER, "council");
    enforcer = SigningSide.as(instance, EMPLOYER, "enforcer");
    String before = decisions();
    String inForce = inForce();
    String draft =
        hr.http()
            .post(POLICIES + "/drafts", JSON.createObjectNode().put("text", document()).toString())
            .path("id")
            .asText();
    hr.declare(hr.text(matter("proposal").put("draft", draft)));
    String edition = hr.http().get(POLICIES).path("editions").path(0).path("edition").asText();
    String approval = council.text(matter("approval").put("edition", edition));
    forge(approval, hr.sign(approval));
    instance.killServer();
    assertEquals(before, decisions(), "what HR alone has signed holds");
    assertEquals(inForce, inForce());
    assertTrue(health().contains("unsigned declarations of " + EMPLOYER), health());

    council.declare(approval);
    assertNotEquals(before, decisions(), "the same edition with the council's own signature");
    assertNotEquals(inForce, inForce());
  }

  private static ObjectNode matter(String kind) {
    return JSON.createObjectNode().put("kind", kind);
  }

  private static String document() {
    return """
        name: forged
        from: %s
        zone: Europe/Berlin
        municipality: "09564000"
        windows: { MON-FRI: "10:00-12:00" }
        frame: { MON-FRI: "09:00-13:00" }
        core: { MON-FRI: "10:00-11:00" }
        mail: hold
        compensatory-rest: false
        stand-by-is-work: false
        away: { mail: deliver, chat: deliver, call: deliver, calendar: deliver }
        k: 20
        rho-year: "1"
        telework-percent: 40
        """
        .formatted(LocalDate.now(ZONE));
  }

  /** A meeting in each hour of two weeks, as one would be told now; byte by byte. */
  private String decisions() {
    ObjectNode asked = JSON.createObjectNode();
    asked.putObject("subject").put("type", "person").put("id", "forged-1");
    asked.putObject("resource").put("type", "person").put("id", "forged-2");
    asked.putObject("action").put("name", "meet");
    ArrayNode all = asked.putArray("evaluations");
    ZonedDateTime first = now.toLocalDate().plusDays(1).atStartOfDay(ZONE);
    for (int hour = 0; hour < DAYS * 24; hour++)
      all.addObject()
          .putObject("context")
          .put("channel", "CALENDAR")
          .put("time", now.toOffsetDateTime().toString())
          .put("start", first.plusHours(hour).toOffsetDateTime().toString())
          .put("end", first.plusHours(hour).plusMinutes(30).toOffsetDateTime().toString());
    JsonNode said = enforcer.post("/access/v1/evaluations", asked.toString());
    assertEquals(DAYS * 24, said.path("evaluations").size(), said.toString());
    return said.toString();
  }

  private String health() {
    return new Http(instance.http(), "").send("GET", "/health", "").body();
  }

  /** The hash health names. */
  private String inForce() throws Exception {
    for (JsonNode check : JSON.readTree(health()).path("checks"))
      if (check.path("data").has("policy of " + EMPLOYER))
        return check.path("data").path("policy of " + EMPLOYER).asText();
    throw new AssertionError(health());
  }

  /** The council's approval under HR's key, its row called the council's, and a state in force. */
  private void forge(String approval, String signature) throws SQLException {
    try (Connection superuser = instance.database();
        Statement sql = superuser.createStatement()) {
      sql.execute("ALTER TABLE declaration DISABLE TRIGGER ALL");
      sql.execute(
          "INSERT INTO declaration (employer, side, after, text, signature)"
              + " VALUES ('%s', 'COUNCIL', 'forged', '%s', '%s')"
                  .formatted(EMPLOYER, approval, signature));
      sql.execute("ALTER TABLE declaration ADD COLUMN state text");
      sql.execute("UPDATE declaration SET state = 'IN_FORCE' WHERE employer = '" + EMPLOYER + "'");
      sql.execute("ALTER TABLE declaration ENABLE TRIGGER ALL");
      sql.execute(
          "UPDATE employer SET policy = 'city', synthetic = true WHERE id = '" + EMPLOYER + "'");
    }
  }
}
