package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.feierabend.contact.Sender;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.Outcome;
import org.feierabend.people.Role;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private final Town town = new Town("ann", "off-bob", "away-cem");
  private final Asked enforcer = new Asked(town, SomeCaller.machine(Role.ENFORCER));

  static String question(String subject, String recipient, String context) {
    return "{'subject':%s,'action':{'name':'contact'},'resource':{'type':'person','id':'%s'},'context':%s}"
        .formatted(subject, recipient, context);
  }

  static String from(String sender, String recipient) {
    return question("{'type':'person','id':'%s'}".formatted(sender), recipient, "{}");
  }

  private Trouble refused(Asked asked, String request) {
    return assertThrows(Trouble.class, () -> asked.one(request));
  }

  @Test
  void whom_nothing_protects_is_reached() {
    JsonNode answer = enforcer.one(from("x", "ann"));
    assertTrue(answer.get("decision").asBoolean());
    assertEquals("DELIVER", answer.at("/context/outcome").asText());
    assertEquals("7f3a", answer.at("/context/edition").asText());
    assertEquals("2026-09-15T19:30:20+02:00", answer.at("/context/valid_until").asText());
    assertEquals("private, max-age=20", enforcer.cacheControl);
  }

  @Test
  void what_must_wait_is_no_and_says_until_when_but_never_why() {
    JsonNode answer = enforcer.one(from("x", "off-bob"));
    assertFalse(answer.get("decision").asBoolean());
    assertEquals("DEFER", answer.at("/context/outcome").asText());
    assertEquals("2026-09-16T07:00:00+02:00", answer.at("/context/until").asText());
    assertTrue(answer.at("/context/reasons").isMissingNode());
    assertTrue(answer.at("/context/advice").isMissingNode());
    assertEquals("private, max-age=60", enforcer.cacheControl);
    assertTrue(town.counted.isEmpty(), "a question without ref is pure");
  }

  @Test
  void an_enforcing_server_learns_where_to_route_and_a_sender_does_not() {
    assertEquals("DEPUTY", enforcer.one(from("x", "away-cem")).at("/context/to").asText());
    JsonNode sender = new Asked(town, SomeCaller.employee("ann")).one(from("ann", "away-cem"));
    assertEquals("ROUTE", sender.at("/context/outcome").asText());
    assertTrue(sender.at("/context/to").isMissingNode());
  }

  @Test
  void a_ref_counts_through_the_one_intake_and_names_what_is_held() {
    String context = "{'ref':{'source':'mx1','id':'q1'},'channel':'MAIL'}";
    JsonNode answer = enforcer.one(question("{'type':'person','id':'x'}", "off-bob", context));
    assertEquals(1, town.counted.size());
    assertEquals(22, answer.at("/context/deferral").asText().length());
    assertEquals("no-store", enforcer.cacheControl);
    town.outcome = new Outcome.Duplicate();
    JsonNode again = enforcer.one(question("{'type':'person','id':'x'}", "off-bob", context));
    assertEquals(answer.at("/context/deferral"), again.at("/context/deferral"));
    JsonNode delivered = enforcer.one(question("{'type':'person','id':'x'}", "ann", context));
    assertTrue(delivered.at("/context/deferral").isMissingNode());
  }

  @Test
  void the_subject_becomes_a_role_and_nothing_else() {
    Map.of(
            "{'type':'person','id':'x'}", Sender.COLLEAGUE,
            "{'type':'person','id':'ann'}", Sender.SELF,
            "{'type':'person','id':'x','properties':{'role':'manager'}}", Sender.MANAGER,
            "{'type':'role','id':'council'}", Sender.COUNCIL,
            "{'type':'system','id':'monitoring'}", Sender.SYSTEM,
            "{'type':'citizen','id':'?'}", Sender.CITIZEN)
        .forEach(
            (subject, sender) -> {
              town.counted.clear();
              enforcer.one(question(subject, "ann", "{'ref':{'source':'s','id':'1'}}"));
              Incoming.Contact contact = (Incoming.Contact) town.counted.get(0);
              assertEquals(sender, contact.contactClass().sender(), subject);
            });
  }

  @Test
  void unknown_fields_are_ignored() {
    assertTrue(
        enforcer
            .one(question("{'type':'system','id':'s','x':1}", "ann", "{'nonsense':[1]}"))
            .get("decision")
            .asBoolean());
  }

  @Test
  void in_doubt_about_the_recipient_nobody_is_disturbed() {
    JsonNode answer = enforcer.one(from("x", "nobody-known"));
    assertEquals("SILENCE", answer.at("/context/outcome").asText());
    assertTrue(answer.get("decision").asBoolean());
  }

  @Test
  void nobodys_calendar_is_found_out_by_probing() {
    String tomorrow = "{'time':'2026-09-16T10:00:00+02:00'}";
    assertEquals(
        "/context/time",
        refused(enforcer, question("{'type':'system','id':'s'}", "ann", tomorrow)).field().get());
    String near = "{'time':'2026-09-15T19:34:59+02:00'}";
    assertTrue(
        enforcer
            .one(question("{'type':'system','id':'s'}", "ann", near))
            .get("decision")
            .asBoolean());
    String meet =
        question(
                "{'type':'system','id':'s'}",
                "ann",
                "{'start':'2026-09-16T16:00:00+02:00','end':'2026-09-16T17:00:00+02:00'}")
            .replace("'contact'", "'meet'");
    assertFalse(enforcer.one(meet).at("/context/slot_allowed").asBoolean(true));
  }

  @Test
  void what_is_wrong_is_named() {
    String good = from("x", "ann");
    Map.ofEntries(
            Map.entry("{}", "/subject"),
            Map.entry(good.replace("'subject'", "'s'"), "/subject"),
            Map.entry(good.replace("'action'", "'a'"), "/action"),
            Map.entry(good.replace("'resource'", "'r'"), "/resource"),
            Map.entry(good.replace("'name':'contact'", ""), "/action/name"),
            Map.entry(good.replace("'contact'", "'read'"), "/action/name"),
            Map.entry(good.replace("'id':'x'", "'id':7"), "/subject/id"),
            Map.entry(good.replace("{'type':'person','id':'x'}", "'x'"), "/subject"),
            Map.entry(
                good.replace("{'type':'person','id':'x'}", "{'type':'robot','id':'x'}"),
                "/subject/type"),
            Map.entry(
                good.replace("{'type':'person','id':'x'}", "{'type':'role','id':'boss'}"),
                "/subject/id"),
            Map.entry(good.replace("'id':'ann'", "'id':''"), "/resource/id"),
            Map.entry(
                good.replace("'resource':{'type':'person'", "'resource':{'type':'room'"),
                "/resource/type"),
            Map.entry(good.replace("'context':{}", "'context':[]"), "/context"),
            Map.entry(
                good.replace("'context':{}", "'context':{'channel':'FAX'}"), "/context/channel"),
            Map.entry(good.replace("'context':{}", "'context':{'kind':'GOSSIP'}"), "/context/kind"),
            Map.entry(
                good.replace("'context':{}", "'context':{'urgency':'EMERGENCY'}"),
                "/context/reason"),
            Map.entry(
                good.replace("'context':{}", "'context':{'reason':'FLOOD'}"), "/context/reason"),
            Map.entry(good.replace("'context':{}", "'context':{'time':'soon'}"), "/context/time"),
            Map.entry(
                good.replace("'context':{}", "'context':{'start':'2026-09-16T16:00:00Z'}"),
                "/context/end"),
            Map.entry(
                good.replace("'context':{}", "'context':{'ref':{'id':'1'}}"),
                "/context/ref/source"))
        .forEach(
            (request, field) -> {
              Trouble trouble = refused(enforcer, request);
              assertEquals(400, trouble.status());
              assertEquals(field, trouble.field().orElse("none"), request);
            });
  }

  @Test
  void a_person_hears_the_reasons_of_what_concerns_them_and_nobody_else_does() {
    Asked bob = new Asked(town, SomeCaller.employee("off-bob"));
    JsonNode mine = bob.one(question("{'type':'role','id':'COLLEAGUE'}", "off-bob", "{}"));
    assertEquals("outside-window", mine.at("/context/reasons/0/rule").asText());
    assertEquals("agreement", mine.at("/context/reasons/0/rests_on").asText());
    assertEquals("7f3a", mine.at("/context/reasons/0/edition").asText());
    assertEquals("REVIEW", mine.at("/context/advice/0").asText());
    assertTrue(bob.one(from("off-bob", "ann")).at("/context/reasons").isMissingNode());
  }

  @Test
  void a_log_in_asks_for_itself_alone_and_never_counts() {
    Asked ann = new Asked(town, SomeCaller.employee("ann"));
    assertEquals(403, refused(ann, from("off-bob", "away-cem")).status());
    assertEquals(
        403, refused(ann, question("{'type':'role','id':'MANAGER'}", "off-bob", "{}")).status());
    String counting =
        question("{'type':'person','id':'ann'}", "off-bob", "{'ref':{'source':'s','id':'1'}}");
    assertEquals(403, refused(ann, counting).status());
    assertTrue(town.counted.isEmpty());
  }
}
