package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.feierabend.channels.beside.Missing;
import org.feierabend.server.Browser.Answer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The real WAR on the real server, with a real database and a real broker. One deployment. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServerIT {
  private static Surroundings surroundings;
  private static Town town;

  @ArquillianResource URI deployed;
  private URI base;

  @Deployment(testable = false)
  static WebArchive war() {
    surroundings = Surroundings.in(Path.of(System.getProperty("feierabend.test.var")));
    return ShrinkWrap.createFromZipFile(
        WebArchive.class, new File(System.getProperty("feierabend.test.war")));
  }

  @BeforeEach
  void a_town() {
    // the container names the machine's address, but the server listens on loopback only
    base = URI.create("http://127.0.0.1:" + deployed.getPort());
    if (town == null) town = Town.found(base, surroundings);
  }

  @Test
  @Order(1)
  void nobody_sees_anything_but_health_discovery_and_the_log_in_page() {
    Browser nobody = new Browser(base);
    for (String open : List.of("", "app/main.js", "health", "health/live", "health/ready"))
      assertEquals(200, nobody.get(open).status(), open);
    assertEquals(200, nobody.get(".well-known/authzen-configuration").status());
    assertEquals(200, nobody.get("webjars/lit/3.3.2/index.js").status());
    assertEquals(200, nobody.get("webjars/chart.js/4.5.1/dist/chart.js").status());
    List<String> closed =
        new ArrayList<>(List.of("metrics", "openapi", "openapi/", "nothing", "WEB-INF/web.xml"));
    Endpoint.ALL.forEach(e -> closed.add(e.path()));
    closed.addAll(List.of("app/..;/api/v1/people", "health/..%2fapi/v1/people", "api/v1/people;a"));
    for (String path : closed) {
      int status = nobody.get(path).status();
      assertTrue(List.of(301, 400, 401, 404).contains(status), path + " " + status);
      assertFalse(nobody.get(path).body().contains("items"), path);
    }
  }

  @Test
  @Order(2)
  void each_role_reaches_exactly_its_own() {
    List<String> wrong = new ArrayList<>();
    Map<String, Browser> everybody = town.everybody();
    for (Endpoint endpoint : Endpoint.ALL)
      for (Map.Entry<String, Browser> who : everybody.entrySet()) {
        Answer answer = endpoint.ask(who.getValue());
        boolean may = endpoint.roles().contains(who.getKey());
        if (may == (answer.status() == 403) || answer.status() == 401 || answer.status() >= 500)
          wrong.add(who.getKey() + " " + endpoint + " → " + answer.status() + answer.body());
        String error = endpoint.path().startsWith("scim/") ? "scim+json" : "problem+json";
        if (!may && !answer.header("Content-Type").startsWith("application/" + error))
          wrong.add("not a problem document: " + endpoint);
      }
    assertEquals(List.of(), wrong);
  }

  @Test
  @Order(2)
  void nobody_signs_for_both_sides() {
    Answer refused =
        town.operator
            .with("Accept-Language", "de")
            .post(
                "api/v1/accounts",
                "{\"user\":\"two-hats\",\"password\":\"%s\",\"roles\":[\"hr\",\"council\"],\"employer\":\"town\"}"
                    .formatted(Town.PASSWORD));
    assertEquals(400, refused.status(), refused.body());
    assertTrue(refused.json().path("detail").asText().contains("zwei Personen"), refused.body());
    List<Answer> both = Browser.atOnce(() -> sideOf("bert", "hr"), () -> sideOf("bert", "council"));
    assertEquals(201, both.get(0).status(), both.get(0).body());
    assertEquals(400, both.get(1).status(), both.get(1).body());
    assertTrue(both.get(1).json().path("detail").asText().contains("auf der anderen Seite"));
    String made = both.get(0).json().path("user").asText();
    assertEquals(409, sideOf("bert", made.substring("bert-".length())).status());
    assertEquals(204, town.operator.delete("api/v1/accounts/" + made).status());
    for (String gone : List.of("accounts/" + made, "tokens/" + made)) {
      Answer none = town.operator.delete("api/v1/" + gone);
      assertEquals(404, none.status());
      assertEquals("Nicht gefunden", none.json().path("title").asText(), none.body());
      assertTrue(none.json().path("detail").asText().contains("gibt es nicht"), none.body());
    }
    town.operator.without("Accept-Language");
  }

  private static Answer sideOf(String person, String side) {
    return town.operator.post(
        "api/v1/accounts",
        "{\"user\":\"%s-%s\",\"password\":\"%s\",\"roles\":[\"employee\",\"%s\"],\"employer\":\"town\",\"person\":\"%s\"}"
            .formatted(person, side, Town.PASSWORD, side, person));
  }

  @Test
  @Order(3)
  void a_session_needs_its_csrf_token_to_change_anything() {
    Browser employee = town.logIn("anna");
    String windows = "{\"zone\":\"Europe/Berlin\",\"windows\":[],\"default\":true}";
    String token = employee.get("api/v1/session").json().path("csrf").asText();
    employee.without("X-CSRF-Token");
    assertEquals(
        403, employee.send("PUT", "api/v1/me/windows", "application/json", windows).status());
    assertEquals(403, employee.delete("api/v1/session").status());
    employee.with("X-CSRF-Token", token + "x");
    assertEquals(403, employee.delete("api/v1/session").status());
    employee.with("X-CSRF-Token", token).with("Sec-Fetch-Site", "cross-site");
    assertEquals(403, employee.delete("api/v1/session").status());
    employee.without("Sec-Fetch-Site");
    assertEquals(204, employee.delete("api/v1/session").status());
    assertEquals(401, employee.get("api/v1/session").status());
    assertEquals(401, employee.get("api/v1/me/status").status());
  }

  @Test
  @Order(4)
  void the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    String cookie = new Browser(base).logIn("anna", Town.PASSWORD).header("Set-Cookie");
    assertTrue(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Strict"), cookie);
  }

  @Test
  @Order(5)
  void every_answer_has_the_security_headers() {
    for (String path : List.of("", "app/main.js", "api/v1/units", "health", "nothing")) {
      Answer answer = new Browser(base).get(path);
      String policy = answer.header("Content-Security-Policy");
      assertTrue(policy.startsWith("default-src 'none'; script-src 'self' 'sha256-"), path);
      assertFalse(policy.contains("unsafe"), path);
      assertEquals("nosniff", answer.header("X-Content-Type-Options"), path);
      assertEquals("no-referrer", answer.header("Referrer-Policy"), path);
      assertEquals("", answer.header("Strict-Transport-Security"), path);
    }
    assertTrue(new Browser(base).get("api/v1/units").header("Cache-Control").contains("no-store"));
  }

  @Test
  @Order(6)
  void one_employer_sees_nothing_of_another() {
    assertEquals(
        Town.PEOPLE, town.logIn("hanna").get("api/v1/people").json().path("total").asInt());
    Browser other = town.logIn("hugo");
    assertEquals(1, other.get("api/v1/people").json().path("total").asInt());
    assertEquals(1, other.get("api/v1/people?employer=town").json().path("total").asInt());
    assertFalse(other.get("api/v1/people?q=anna").body().contains("anna"));
    assertEquals(404, other.get("api/v1/releases/2020-W01?employer=town").status());
    Browser source = town.machine("source", "village");
    source.send("POST", "api/v1/events", Town.EVENT, town.contact("x", "bert"));
    assertEquals(0, town.waitingOf("bert"));
  }

  @Test
  @Order(7)
  void a_revoked_token_opens_nothing_any_more() {
    Answer issued =
        town.operator.post("api/v1/tokens", "{\"role\":\"enforcer\",\"employer\":\"town\"}");
    Browser enforcer = Browser.bearing(base, issued.json().path("token").asText());
    assertEquals(200, enforcer.get("api/v1/schemas").status());
    town.operator.delete("api/v1/tokens/" + issued.json().path("id").asText());
    assertEquals(401, enforcer.get("api/v1/schemas").status());
  }

  @Test
  @Order(8)
  void a_mistake_in_json_is_answered_without_the_names_of_classes() {
    for (String odd : List.of("{", "[]", "{\"user\":[]}", "{\"surprise\":1}"))
      for (String path : List.of("api/v1/session", "api/v1/tokens", "api/v1/accounts")) {
        Answer answer = town.operator.post(path, odd);
        assertEquals("application/problem+json", answer.header("Content-Type"), path + odd);
        assertFalse(answer.body().contains("org.feierabend."), answer.body());
      }
  }

  @Test
  @Order(8)
  void who_guesses_passwords_must_wait() {
    Browser guesser = new Browser(base);
    for (int i = 0; i < 5; i++) assertEquals(401, guesser.logIn("carla", "wrong").status());
    Answer answer = guesser.logIn("carla", "wrong");
    for (int i = 0; i < 5 && answer.status() != 429; i++) answer = guesser.logIn("carla", "wrong");
    assertEquals(429, answer.status());
    assertFalse(answer.header("Retry-After").isEmpty());
    assertEquals(200, guesser.logIn("hanna", Town.PASSWORD).status());
  }

  @Test
  @Order(8)
  void what_no_resource_answers_is_a_problem_document_and_names_no_product() {
    new DecisionDoors(base, town).unknownAddresses();
  }

  @Test
  @Order(8)
  void the_decision_api_answers_with_the_status_codes_of_the_standard() {
    new DecisionDoors(base, town).statusCodes();
  }

  @Test
  @Order(8)
  void a_proxy_is_answered_by_status_whatever_method_it_holds() {
    DecisionDoors doors = new DecisionDoors(base, town);
    doors.proxyStatuses();
    doors.slots();
  }

  @Test
  @Order(9)
  void a_contact_outside_the_window_waits_is_tallied_and_counts_once() {
    Browser source = town.machine("source", "town");
    for (int i = 0; i < 3; i++) {
      Answer first =
          source.send("POST", "api/v1/events", Town.EVENT, town.contact("c" + i, "bert"));
      assertEquals("accepted", first.json().path("status").asText(), first.body());
      Answer again =
          source.send("POST", "api/v1/events", Town.EVENT, town.contact("c" + i, "bert"));
      assertEquals("duplicate", again.json().path("status").asText(), again.body());
    }
    assertEquals(3, town.waitingOf("bert"));
    town.awaitTally(3);
  }

  @Test
  @Order(10)
  void without_the_broker_nothing_is_accepted_and_nothing_is_lost() throws Exception {
    Browser source = town.machine("source", "town");
    surroundings.broker.kill();
    Answer refused = source.send("POST", "api/v1/events", Town.EVENT, town.contact("k1", "bert"));
    assertEquals(503, refused.status(), refused.body());
    assertFalse(refused.header("Retry-After").isEmpty());
    assertEquals(503, new Browser(base).get("health/ready").status());
    assertEquals(200, new Browser(base).get("health/live").status());
    String daytime = town.contact("k2", "anna"); // moves no mark, and still
    assertEquals(503, source.send("POST", "api/v1/events", Town.EVENT, daytime).status());
    surroundings.broker.start();
    Answer accepted = town.patiently(source, town.contact("k1", "bert"));
    assertEquals("accepted", accepted.json().path("status").asText(), accepted.body());
    assertEquals(4, town.waitingOf("bert"));
    town.awaitTally(4);
  }

  @Test
  @Order(11)
  void what_a_person_says_of_their_week_is_seen_by_that_person_alone() {
    new OwnWeekDoors(town).saidAndSeen();
  }

  @Test
  @Order(11)
  void a_tap_changes_the_next_hours_and_a_document_the_times() {
    OwnDayDoors doors = new OwnDayDoors(town);
    doors.said();
    doors.times();
    doors.days();
  }

  @Test
  @Order(12)
  void nobody_else_can_see_that_a_working_day_has_ended() {
    new OwnDayDoors(town).nobodySeesTheTap();
  }

  @Test
  @Order(12)
  void an_emergency_is_looked_at_afterwards() {
    new EmergencyDoors(town).countedAndJudged();
  }

  @Test
  @Order(12)
  void telework_is_agreed_planned_and_granted_at_once() {
    new TeleworkDoors(town).agreedPlannedAndGranted();
    new TeleworkExceptionDoors(town).exceptedAndAbroad();
  }

  @Test
  @Order(12)
  void telework_is_held_to_the_minute_and_what_runs_out_is_told_in_good_time() {
    new TeleworkTimeDoors(town).heldAndReminded();
  }

  @Test
  @Order(12)
  void a_measure_holds_once_both_sides_agreed() {
    new MeasureDoors(town).agreedBegunAndCounted();
  }

  @Test
  @Order(12)
  void free_times_are_read_at_a_secret_address_until_it_is_revoked() {
    new CalendarDoors(base, town).handedInShownAndRevoked();
  }

  @Test
  @Order(12)
  void an_identity_system_provisions_people_and_units_as_rfc_7644_has_it() {
    new ScimDoors(town).asTheRfcHasIt();
  }

  @Test
  @Order(12)
  void a_chat_message_waits_at_the_chat_server_until_its_reader_is_back() throws Exception {
    Missing.skipWithout("prosody");
    ChatDoors chat = new ChatDoors(base, town, surroundings);
    chat.heldReleasedAndAway();
    chat.waitWhereThePolicySaysSo();
  }

  @Test
  @Order(13)
  void of_an_invitation_and_a_chat_message_no_content_is_in_the_engine() throws Exception {
    Missing.skipWithout("cyrus");
    Missing.skipWithout("prosody"); // whose people these are
    new ContentDoors(town, surroundings).nothingIsKept();
  }

  @Test
  @Order(12)
  void other_systems_call_in_their_own_form_and_no_text_of_theirs_is_written_down()
      throws Exception {
    new HookDoors(base, town, surroundings).calledAndTold();
  }

  @Test
  @Order(12)
  void twelve_hundred_people_are_provisioned_one_by_one() {
    new ScimProvisioning(town).twelveHundred();
  }

  @Test
  @Order(12)
  void a_file_of_people_is_looked_at_first_and_taken_whole_and_who_leaves_is_nowhere()
      throws Exception {
    DirectoryDoors doors = new DirectoryDoors(town, surroundings);
    doors.cameChangedAndLeft();
    doors.reorganised();
  }

  @Test
  @Order(12)
  void whoever_did_everything_and_leaves_has_no_row_in_any_table() throws Exception {
    new LeavingDoors(town, surroundings).nothingIsLeftInAnyTable();
  }

  @Test
  @Order(13)
  void reports_stay_as_they_are_and_open_data_leave_with_both_agreements() throws Exception {
    new ReportDoors(town).preparedAndAgreedTo();
  }

  @Test
  @Order(13)
  void a_policy_holds_once_both_sides_signed_it_and_not_before() throws Exception {
    new PolicyDoors(town).signedAndInForce();
    new LeavingDoors(town, surroundings)
        .whatWasSaidOfAProposalLosesItsName(town.logIn("live-council"), town.logIn("live-hr"));
  }

  @Test
  @Order(14)
  void a_rule_book_that_both_sides_approved_takes_force_at_its_instant() throws Exception {
    new RuleBookDoors(town).handedInAndTakenForce();
  }

  @Test
  @Order(15)
  void what_was_changed_is_accounted_for_and_bundles_pass_between_cities() throws Exception {
    AuditDoors doors = new AuditDoors(town);
    doors.changesAreAccountedForWithoutNames();
    doors.aPolicyLeavesAndIsTriedAndATouchedOneIsNot();
    doors.modelTermsLandAsDraftsOfHr();
    doors.aRulePackLandsAsAProposal();
    doors.everyKindOfChangeIsWritten();
  }

  @Test
  @Order(16)
  void a_proposed_policy_is_checked_compared_and_tried() throws Exception {
    new PolicyTrials(town).checkedComparedAndTried();
  }
}
