package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What OpenID AuthZEN Authorization API 1.0 demands; docs/authzen.md says which test holds what.
 */
class AuthzenConformanceTest {
  private static final String FULL =
      "{'subject':{'type':'person','id':'x','properties':{'role':'MANAGER','department':'Sales'}},"
          + "'action':{'name':'contact','properties':{'method':'GET'}},"
          + "'resource':{'type':'person','id':'off-1','properties':{'status':'active'}},"
          + "'context':{'channel':'MAIL','ip':'192.0.2.1'},'foo':'bar','future':{'nested':true}}";
  private static final String SUBJECT = "'subject':{'type':'person','id':'x'}";
  private static final String CONTACT = "'action':{'name':'contact'}";
  private static final List<String> WRONG = List.of("7", "true", "'text'", "[]", "{}", "null");

  private final Town town = new Town("a1", "a2", "off-1", "away-1");
  private final Asked enforcer = new Asked(town, SomeCaller.machine(Role.ENFORCER));

  private static void conforms(Authzen message, JsonNode json) {
    assertEquals(List.of(), message.complaints(json), json.toString());
  }

  private static String person(String id) {
    return "'resource':{'type':'person','id':'%s'}".formatted(id);
  }

  @Test
  void the_schemas_are_no_rubber_stamp() {
    assertFalse(Authzen.EVALUATION_RESPONSE.allows(Asked.tree("{'decision':'yes'}")));
    assertFalse(Authzen.EVALUATIONS_RESPONSE.allows(Asked.tree("{'evaluations':[{}]}")));
    assertFalse(Authzen.CONFIGURATION.allows(Asked.tree("{'policy_decision_point':'pdp'}")));
  }

  @Test
  void a_full_question_with_fields_nobody_knows_is_answered() {
    conforms(Authzen.EVALUATION_REQUEST, Asked.tree(FULL));
    conforms(Authzen.EVALUATION_RESPONSE, enforcer.one(FULL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a1", "off-1", "away-1", "nobody-known"})
  void every_outcome_is_an_answer_of_the_standard_to_everybody(String recipient) {
    String question = "{%s,%s,%s}".formatted(SUBJECT, CONTACT, person(recipient));
    conforms(Authzen.EVALUATION_RESPONSE, enforcer.one(question));
    conforms(
        Authzen.EVALUATION_RESPONSE,
        enforcer.opa("{'input':%s}".formatted(question)).get("result"));
    for (String who : new String[] {"x", recipient})
      conforms(
          Authzen.EVALUATION_RESPONSE,
          new Asked(town, SomeCaller.employee(who))
              .one(question.replace("'id':'x'", "'id':'" + who + "'")));
  }

  /** Each field taken away, and each replaced by something of every other type. */
  @Test
  void what_the_standard_forbids_is_a_bad_request() {
    int forbidden = 0;
    for (String pointer : pointers(Asked.tree(FULL), ""))
      for (JsonNode request : mutants(pointer)) {
        if (Authzen.EVALUATION_REQUEST.allows(request)) continue;
        if (request.at(pointer).isNull() && pointer.matches(".*/(properties|context)")) continue;
        forbidden++;
        String json = request.toString();
        assertEquals(400, assertThrows(Trouble.class, () -> enforcer.one(json), json).status());
        JsonNode batch =
            enforcer.many(
                "{'evaluations':[%s,{%s,%s,%s}]}".formatted(json, SUBJECT, CONTACT, person("a1")));
        conforms(Authzen.EVALUATIONS_RESPONSE, batch);
        assertEquals(400, batch.at("/evaluations/0/context/error/status").asInt(), json);
        assertFalse(batch.at("/evaluations/0/decision").asBoolean(true), json);
        assertTrue(batch.at("/evaluations/1/decision").asBoolean(), json);
        assertEquals("no-store", enforcer.cacheControl);
      }
    assertTrue(forbidden >= 50, "only " + forbidden);
  }

  @Test
  void a_batch_the_standard_forbids_is_a_bad_request_as_a_whole() {
    String good =
        "{%s,%s,%s,'context':{},'options':{'evaluations_semantic':'execute_all','other':1},'evaluations':[{%s}]}"
            .formatted(SUBJECT, CONTACT, person("a1"), person("a2"));
    conforms(Authzen.EVALUATIONS_REQUEST, Asked.tree(good));
    conforms(Authzen.EVALUATIONS_RESPONSE, enforcer.many(good));
    for (String field :
        new String[] {"subject", "action", "resource", "context", "options", "evaluations"})
      for (String wrong : WRONG) {
        ObjectNode request = (ObjectNode) Asked.tree(good);
        request.set(field, Asked.tree(wrong));
        if (wrong.equals("null") || Authzen.EVALUATIONS_REQUEST.allows(request)) continue;
        String json = request.toString();
        assertEquals(400, assertThrows(Trouble.class, () -> enforcer.many(json), json).status());
      }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{}x", "[]", "7", "{\"subject\":1,\"subject\":2}"})
  void what_is_no_json_object_is_a_bad_request(String body) {
    assertEquals(400, assertThrows(Trouble.class, () -> read(body)).status());
  }

  @Test
  void json_nested_without_end_is_a_bad_request() {
    assertEquals(400, assertThrows(Trouble.class, () -> read("[".repeat(100_000))).status());
  }

  private static JsonNode read(String body) throws java.io.IOException {
    return Body.object(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), Body.SMALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'evaluations':[]", ",'evaluations':null"})
  void a_batch_of_nothing_is_a_single_question(String evaluations) {
    JsonNode answer =
        enforcer.many("{%s,%s,%s%s}".formatted(SUBJECT, CONTACT, person("off-1"), evaluations));
    conforms(Authzen.EVALUATION_RESPONSE, answer);
    assertTrue(answer.path("evaluations").isMissingNode());
  }

  @Test
  void fully_specified_evaluations_need_no_defaults() {
    JsonNode answer =
        enforcer.many(
            "{'evaluations':[{%1$s,%2$s,%3$s},{%1$s,%2$s,%4$s}]}"
                .formatted(SUBJECT, CONTACT, person("off-1"), person("a1")));
    assertFalse(answer.at("/evaluations/0/decision").asBoolean(true));
    assertTrue(answer.at("/evaluations/1/decision").asBoolean());
    assertTrue(answer.path("decision").isMissingNode());
  }

  @Test
  void what_an_entity_needs_and_lacks_comes_from_the_whole() {
    JsonNode answer =
        enforcer.many(
            "{%s,%s,'resource':{'type':'person'},'evaluations':[{'resource':{'id':'off-1'}},{'resource':{'id':'a1'}},{}]}"
                .formatted(SUBJECT, CONTACT));
    assertEquals("DEFER", answer.at("/evaluations/0/context/outcome").asText());
    assertEquals("DELIVER", answer.at("/evaluations/1/context/outcome").asText());
    assertEquals(
        "/resource/id",
        answer.at("/evaluations/2/context/error/field").asText().replace("/evaluations/2", ""));
  }

  @Test
  void a_failure_ends_a_batch_that_denies_on_the_first_denial() {
    String request = "{%s,%s,'options':{'evaluations_semantic':'%s'},'evaluations':[{},{%s},{%s}]}";
    assertEquals(
        1,
        enforcer
            .many(
                request.formatted(
                    SUBJECT, CONTACT, "deny_on_first_deny", person("a1"), person("a2")))
            .get("evaluations")
            .size());
    assertEquals(
        2,
        enforcer
            .many(
                request.formatted(
                    SUBJECT, CONTACT, "permit_on_first_permit", person("a1"), person("a2")))
            .get("evaluations")
            .size());
  }

  @Test
  void the_same_question_has_the_same_answer() {
    assertEquals(enforcer.one(FULL), enforcer.one(FULL));
  }

  @Test
  void the_metadata_names_what_there_is_at_the_address_set() {
    for (String address : new String[] {"https://pdp.example.org", "https://example.org/pdp/"}) {
      JsonNode json = Json.MAPPER.valueToTree(DiscoveryResource.Metadata.at(URI.create(address)));
      conforms(Authzen.CONFIGURATION, json);
      assertEquals(3, json.size());
      assertTrue(
          json.get("access_evaluation_endpoint")
              .asText()
              .startsWith(json.get("policy_decision_point").asText() + "/access/v1/"));
    }
  }

  private static List<String> pointers(JsonNode node, String pointer) {
    List<String> all = new ArrayList<>();
    node.properties()
        .forEach(
            field -> {
              all.add(pointer + "/" + field.getKey());
              all.addAll(pointers(field.getValue(), pointer + "/" + field.getKey()));
            });
    return all;
  }

  private static List<JsonNode> mutants(String pointer) {
    List<JsonNode> all = new ArrayList<>();
    int leaf = pointer.lastIndexOf('/');
    ObjectNode without = (ObjectNode) Asked.tree(FULL);
    ((ObjectNode) without.at(pointer.substring(0, leaf))).remove(pointer.substring(leaf + 1));
    all.add(without);
    ArrayNode values = (ArrayNode) Asked.tree(WRONG.toString());
    for (JsonNode value : values) {
      ObjectNode mutant = (ObjectNode) Asked.tree(FULL);
      ((ObjectNode) mutant.at(pointer.substring(0, leaf))).set(pointer.substring(leaf + 1), value);
      all.add(mutant);
    }
    return all;
  }
}
