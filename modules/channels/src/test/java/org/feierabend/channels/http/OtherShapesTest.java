package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.OPTIONS;
import java.util.Arrays;
import java.util.Map;
import org.feierabend.contact.Channel;
import org.feierabend.contact.Sender;
import org.feierabend.intake.Incoming;
import org.feierabend.people.Role;
import org.junit.jupiter.api.Test;

/** The decision API as an Open Policy Agent, and for Envoy. */
class OtherShapesTest {
  private final Town town = new Town("ann", "off-bob", "away-cem");
  private final Asked enforcer = new Asked(town, SomeCaller.machine(Role.ENFORCER));

  @Test
  void an_input_has_a_result_with_allow() {
    JsonNode later = enforcer.opa("{'input':%s}".formatted(EvaluationTest.from("x", "off-bob")));
    assertFalse(later.at("/result/allow").asBoolean(true));
    assertEquals("2026-09-16T07:00:00+02:00", later.at("/result/context/until").asText());
    assertEquals("private, max-age=60", enforcer.cacheControl);
    JsonNode now = enforcer.opa("{'input':%s}".formatted(EvaluationTest.from("x", "ann")));
    assertTrue(now.at("/result/allow").asBoolean() && now.at("/result/decision").asBoolean());
    assertEquals("private, max-age=20", enforcer.cacheControl);
  }

  @Test
  void what_is_wrong_with_an_input_is_named() {
    Map.of(
            "{}", "/input",
            "{'input':7}", "/input",
            "{'input':{}}", "/input/subject")
        .forEach(
            (request, field) -> {
              Trouble trouble = assertThrows(Trouble.class, () -> enforcer.opa(request));
              assertEquals(field, trouble.field().get());
              assertEquals(400, trouble.status());
            });
  }

  @Test
  void a_proxy_asks_in_headers() {
    assertEquals(
        Map.of(
            "X-Contact-Outcome", "DEFER",
            "X-Contact-Until", "2026-09-16T07:00:00+02:00",
            "X-Contact-Valid-Until", "2026-09-16T07:00:00+02:00",
            "X-Contact-Edition", "7f3a"),
        enforcer.headers(Map.of("Sender", "x", "Recipient", "off-bob")));
    assertEquals("private, max-age=60", enforcer.cacheControl);
  }

  @Test
  void every_header_is_heard() {
    enforcer.headers(
        Map.of(
            "Sender", "x",
            "Sender-Role", "MANAGER",
            "Recipient", "off-bob",
            "Channel", "MAIL",
            "Ref", "q-1"));
    Incoming.Contact contact = (Incoming.Contact) town.counted.get(0);
    assertEquals(Sender.MANAGER, contact.contactClass().sender());
    assertEquals(Channel.MAIL, contact.contactClass().channel());
    assertEquals("q-1", contact.ref().id());
    assertEquals("no-store", enforcer.cacheControl);
    enforcer.headers(
        Map.of("Sender-Type", "system", "Sender", "s", "Recipient", "ann", "Ref", "q-2"));
    assertEquals(Sender.SYSTEM, ((Incoming.Contact) town.counted.get(1)).contactClass().sender());
  }

  @Test
  void what_is_wrong_is_named_by_its_header() {
    Map.of(
            Map.of("Sender", "x"), "X-Contact-Recipient",
            Map.of("Recipient", "ann"), "X-Contact-Sender",
            Map.of("Sender", "x", "Recipient", "ann", "Channel", "FAX"), "X-Contact-Channel",
            Map.of("Sender", "x", "Recipient", "ann", "Sender-Role", "BOSS"),
                "X-Contact-Sender-Role",
            Map.of("Sender", "x", "Recipient", "ann", "Urgency", "EMERGENCY"), "X-Contact-Reason",
            Map.of("Sender", "x", "Recipient", "ann", "Time", "2026-09-17T10:00:00+02:00"),
                "X-Contact-Time")
        .forEach(
            (headers, wrong) ->
                assertEquals(
                    wrong,
                    assertThrows(Trouble.class, () -> enforcer.headers(headers)).field().get()));
  }

  /** JAX-RS answers OPTIONS with 200 where nobody else does, and 200 lets a request pass. */
  @Test
  void options_is_a_question_like_every_method() {
    assertTrue(
        Arrays.stream(ExtAuthzResource.class.getMethods())
            .anyMatch(m -> m.isAnnotationPresent(OPTIONS.class)));
  }
}
