package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The server is killed while it proves a rule book. Afterwards the proof goes on, one that broke
 * off too often is refused, and neither is in force: that takes both signatures too.
 */
@ResourceLock(RunningInstance.SHARED)
class KilledProofTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOOKS = "/api/v1/rule-books";
  private static final String EMPLOYER = "proving";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final RunningInstance instance = RunningInstance.shared();
  private final Http operator = instance.operator();

  @Test
  void a_kill_in_the_middle_of_a_proof_ends_in_a_proposal_or_a_refusal_and_never_in_force()
      throws Exception {
    operator.post(
        "/api/v1/employers",
        """
        {"id":"proving","name":"Proving","zone":"Europe/Berlin","municipality":"09564000","policy":"p0",
         "units":[{"id":"office","name":{"de":"Amt","en":"Office"},"parent":null}],
         "people":[{"id":"proving-1","unit":"office"}]}""");
    SigningSide hr = SigningSide.of(instance, EMPLOYER, "hr");
    String before = operator.get(BOOKS).path("in_force").asText();
    String first = handedIn("Probe: ");
    String second = handedIn("Zweite Probe: ");
    Await.until("the proof to begin", PATIENCE, () -> number("tries", first) == 1);
    sql("UPDATE rule_book_proof SET tries = 3 WHERE id = '" + second + "'"); // as after three kills
    instance.killServer();

    JsonNode proved = settled(first);
    assertEquals("proposed", proved.path("state").asText(), proved.toString());
    assertTrue(number("tries", first) > 1, "it was proved anew, from its beginning");
    JsonNode refused = settled(second);
    assertEquals("refused", refused.path("state").asText(), refused.toString());
    assertTrue(refused.path("faults").toString().contains("broke off 3 times"), refused.toString());

    String edition = proved.path("edition").asText();
    assertNotEquals(before, edition);
    assertEquals("waiting", state(edition));
    hr.declare(hr.text(JSON.createObjectNode().put("kind", "rule-book").put("rules", edition)));
    assertEquals("waiting", state(edition), "its instant has come, and one side alone has signed");
    assertEquals(before, operator.get(BOOKS).path("in_force").asText());
  }

  private String handedIn(String word) throws IOException {
    Http.Answer answer =
        operator.postFile(
            BOOKS + "?from=" + Instant.now(), "application/zip", RulePack.reworded(word));
    assertEquals(202, answer.status(), answer.body());
    return answer.json().path("id").asText();
  }

  private JsonNode settled(String proof) {
    Await.until(
        "the proof to end",
        PATIENCE,
        () -> !operator.get(BOOKS + "/proofs/" + proof).path("state").asText().equals("proving"));
    return operator.get(BOOKS + "/proofs/" + proof);
  }

  private String state(String edition) {
    for (JsonNode p : operator.get(BOOKS).path("proposals"))
      if (p.path("edition").asText().equals(edition)) return p.path("state").asText();
    return "none";
  }

  private int number(String column, String proof) {
    try (Connection superuser = instance.database();
        Statement s = superuser.createStatement();
        ResultSet row =
            s.executeQuery(
                "SELECT " + column + " FROM rule_book_proof WHERE id = '" + proof + "'")) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection superuser = instance.database();
        Statement s = superuser.createStatement()) {
      assertEquals(1, s.executeUpdate(statement));
    }
  }
}
