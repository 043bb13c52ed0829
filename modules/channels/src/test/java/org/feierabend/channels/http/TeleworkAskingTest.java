package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The AuthZEN action telework: who may ask, and who learns what. */
class TeleworkAskingTest {
  private final Town town = new Town("ann", "bob");
  private final Asked enforcer = new Asked(town, SomeCaller.machine(Role.ENFORCER));
  private final Asked ann = new Asked(town, SomeCaller.employee("ann"));

  private static String question(String subject, String resource, String context) {
    return ("{'subject':{'type':'person','id':'%s'},'action':{'name':'telework'},"
            + "'resource':{'type':'person','id':'%s'},'context':%s}")
        .formatted(subject, resource, context);
  }

  private static String minutes(String person, int minutes) {
    return question(person, person, "{'date':'2026-09-21','minutes':%d}".formatted(minutes));
  }

  private static Set<String> names(JsonNode context) {
    Set<String> names = new TreeSet<>();
    context.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void granted_is_yes_and_everything_else_is_no() {
    JsonNode granted = enforcer.one(minutes("ann", 936));
    assertTrue(granted.get("decision").asBoolean());
    assertEquals("GRANTED", granted.at("/context/outcome").asText());
    JsonNode denied = enforcer.one(minutes("ann", 937));
    assertFalse(denied.get("decision").asBoolean());
    assertEquals("DENIED", denied.at("/context/outcome").asText());
    assertEquals("no-store", enforcer.cacheControl, "plans change at any time");
  }

  @Test
  void a_day_without_minutes_is_a_usual_one() {
    assertTrue(
        enforcer.one(question("ann", "ann", "{'date':'2026-09-21'}")).get("decision").asBoolean());
  }

  @Test
  void of_whom_nobody_knows_the_rules_say_nothing() {
    JsonNode answer = enforcer.one(minutes("nobody", 60));
    assertFalse(answer.get("decision").asBoolean());
    assertEquals("REVIEW", answer.at("/context/outcome").asText());
  }

  @Test
  void a_server_learns_the_outcome_and_the_person_why() {
    assertEquals(
        Set.of("edition", "outcome", "valid_until"),
        names(enforcer.one(minutes("ann", 60)).get("context")));
    assertEquals(
        Set.of("advice", "edition", "outcome", "quota", "reasons", "valid_until"),
        names(ann.one(minutes("ann", 60)).get("context")));
    assertEquals(403, assertThrows(Trouble.class, () -> ann.one(minutes("bob", 60))).status());
  }

  @Test
  void in_a_batch_each_is_answered_for_itself_and_never_as_a_group() {
    String batch =
        "{'evaluations':[%s,%s]}".formatted(minutes("ann", 60), EvaluationTest.from("x", "bob"));
    JsonNode answers = enforcer.many(batch).get("evaluations");
    assertEquals("GRANTED", answers.at("/0/context/outcome").asText());
    assertEquals("DELIVER", answers.at("/1/context/outcome").asText());
    assertEquals("no-store", enforcer.cacheControl);
    assertEquals(
        "/action/name",
        assertThrows(
                Trouble.class, () -> ann.many("{'evaluations':[%s]}".formatted(minutes("ann", 60))))
            .field()
            .get());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ann | bob | {'date':'2026-09-21'} | /subject/id",
        "ann | ann | {} | /context/date",
        "ann | ann | {'date':'someday'} | /context/date",
        "ann | ann | {'date':'2026-09-21','minutes':0} | /context/minutes",
        "ann | ann | {'date':'2026-09-21','minutes':'60'} | /context/minutes",
        "ann | ann | {'date':'2026-09-21','minutes':1441} | /context/minutes",
        "ann | ann | {'date':'2026-09-21','place':'Weg 7'} | /context/place"
      })
  void what_is_wrong_is_named(String subject, String resource, String context, String field) {
    assertEquals(
        field,
        assertThrows(Trouble.class, () -> enforcer.one(question(subject, resource, context)))
            .field()
            .get());
  }
}
