package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.feierabend.people.Role;
import org.junit.jupiter.api.Test;

class EvaluationsTest {
  private final Town town = new Town("a1", "a2", "a3", "off-1", "off-2", "away-1");
  private final Asked enforcer = new Asked(town, SomeCaller.machine(Role.ENFORCER));

  private static String batch(String more, String... recipients) {
    return "{'subject':{'type':'person','id':'x'},'action':{'name':'contact'},%s'evaluations':[%s]}"
        .formatted(
            more,
            Arrays.stream(recipients)
                .map("{'resource':{'type':'person','id':'%s'}}"::formatted)
                .collect(Collectors.joining(",")));
  }

  private static String decisions(JsonNode answer) {
    StringBuilder all = new StringBuilder();
    answer.get("evaluations").forEach(e -> all.append(e.get("decision").asBoolean() ? '+' : '-'));
    return all.toString();
  }

  private static String semantic(String name) {
    return "'options':{'evaluations_semantic':'" + name + "'},";
  }

  @Test
  void all_are_answered_in_order_with_the_defaults_of_the_whole() {
    assertEquals("+-+", decisions(enforcer.many(batch("", "a1", "off-1", "a2"))));
    assertEquals(
        "+-+", decisions(enforcer.many(batch(semantic("execute_all"), "a1", "off-1", "a2"))));
  }

  @Test
  void the_first_denial_or_permission_ends_the_batch_that_says_so() {
    assertEquals(
        "+-", decisions(enforcer.many(batch(semantic("deny_on_first_deny"), "a1", "off-1", "a2"))));
    assertEquals(
        "-+",
        decisions(
            enforcer.many(batch(semantic("permit_on_first_permit"), "off-1", "a1", "off-2"))));
  }

  @Test
  void what_was_not_reached_is_not_counted() {
    String more = "'context':{'ref':{'source':'mx','id':'1'}}," + semantic("deny_on_first_deny");
    enforcer.many(batch(more, "a1", "off-1", "a2"));
    assertEquals(2, town.counted.size());
  }

  @Test
  void an_evaluation_overrides_a_default_whole() {
    String request =
        batch("'resource':{'type':'person','id':'a1'},", "off-1")
            .replace("'evaluations':[", "'evaluations':[{},{'action':{'name':'fly'}},");
    JsonNode answer = enforcer.many(request);
    assertEquals("+--", decisions(answer));
    assertEquals(400, answer.at("/evaluations/1/context/error/status").asInt());
    assertEquals(
        "/evaluations/1/action/name", answer.at("/evaluations/1/context/error/field").asText());
  }

  @Test
  void without_evaluations_it_is_a_single_question() {
    String request = batch("'resource':{'type':'person','id':'a1'},");
    assertTrue(enforcer.many(request).get("decision").asBoolean());
  }

  @Test
  void an_unknown_semantic_and_a_batch_without_end_are_refused() {
    Trouble unknown =
        assertThrows(Trouble.class, () -> enforcer.many(batch(semantic("any"), "a1")));
    assertEquals("/options/evaluations_semantic", unknown.field().get());
    String[] many = new String[1001];
    Arrays.fill(many, "a1");
    assertThrows(Trouble.class, () -> enforcer.many(batch("", many)));
    assertEquals(
        "/evaluations/0",
        assertThrows(
                Trouble.class,
                () ->
                    enforcer.many(batch("", "a1").replace("'evaluations':[", "'evaluations':[7,")))
            .field()
            .get());
  }

  @Test
  void the_sender_of_a_group_message_learns_counts_and_no_names() {
    Asked sender = new Asked(town, SomeCaller.employee("x"));
    JsonNode answer = sender.many(batch("", "a1", "a2", "a2", "off-1", "off-2", "away-1"));
    assertTrue(answer.path("evaluations").isMissingNode());
    assertFalse(answer.get("decision").asBoolean());
    assertEquals("2 now, 2 later, 1 somebody else", answer.at("/context/reach").asText());
    assertEquals(5, answer.at("/context/recipients").asInt());
    assertEquals(2, answer.at("/context/next/0/count").asInt());
    assertEquals("2026-09-16T07:00:00+02:00", answer.at("/context/next/0/until").asText());
    assertFalse(answer.toString().contains("off-1"));
    assertFalse(answer.toString().contains("reasons"));
  }

  @Test
  void of_few_recipients_the_sender_learns_words_only() {
    Asked sender = new Asked(town, SomeCaller.employee("x"));
    JsonNode answer = sender.many(batch("", "a1", "off-1", "off-2", "a1"));
    assertEquals("now, later", answer.at("/context/reach").asText());
    assertTrue(answer.at("/context/now").isMissingNode());
    assertTrue(answer.at("/context/next").isMissingNode());
  }

  @Test
  void a_server_may_ask_for_counts_and_then_nothing_counts() {
    assertTrue(
        enforcer.many(batch("'context':{'group':true},", "a1", "a2")).get("decision").asBoolean());
    assertThrows(
        Trouble.class,
        () ->
            enforcer.many(batch("'context':{'group':true,'ref':{'source':'s','id':'1'}},", "a1")));
  }
}
