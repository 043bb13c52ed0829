package org.feierabend.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.feierabend.server.Browser.Answer;

/** A town big enough for a block, a village with one person, and somebody of every role. */
final class Town {
  static final String PASSWORD = "correct horse battery staple";

  /** At least k, or nobody would be in a block and nothing counted. */
  static final int PEOPLE = 22;

  static final String EVENT = "application/cloudevents+json";
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Set<String> ALL =
      Set.of(
          "employee", "hr", "council", "manager", "source", "enforcer", "provisioner", "operator");
  static final String QUESTION =
      "{\"subject\":{\"type\":\"person\",\"id\":\"anna\"},\"action\":{\"name\":\"contact\"},"
          + "\"resource\":{\"type\":\"person\",\"id\":\"bert\"},\"context\":{\"channel\":\"CHAT\"}}";

  /** Who may ask what. */
  record Endpoint(String method, String path, String body, Set<String> roles) {
    Answer ask(Browser browser) {
      return browser.send(method, path, body == null ? null : "application/json", body);
    }
  }

  static final List<Endpoint> ENDPOINTS =
      List.of(
          get("api/v1/me/status", "employee"),
          get("api/v1/me/windows", "employee"),
          get("api/v1/me/waiting", "employee"),
          get("api/v1/me/times", "employee"),
          new Endpoint("PUT", "api/v1/me/times", "{}", Set.of("employee")),
          new Endpoint("POST", "api/v1/me/quiet", "{}", Set.of("employee")),
          new Endpoint("POST", "api/v1/me/available", "{}", Set.of("employee")),
          new Endpoint("DELETE", "api/v1/me/one-offs", null, Set.of("employee")),
          get("api/v1/me/days", "employee"),
          new Endpoint("PUT", "api/v1/me/days/2000-01-01", "{}", Set.of("employee")),
          new Endpoint("DELETE", "api/v1/me/days/2000-01-01", null, Set.of("employee")),
          get("api/v1/school-holidays", "employee"),
          get("api/v1/me/settings", "employee"),
          get("api/v1/me/data", "employee"),
          get(
              "api/v1/privacy/record?employer=town",
              "employee",
              "hr",
              "council",
              "manager",
              "operator"),
          new Endpoint("DELETE", "api/v1/me/data", null, Set.of("employee")),
          new Endpoint("POST", "api/v1/me/contacted-anyway", null, Set.of("employee")),
          new Endpoint("POST", "api/v1/me/objection", null, Set.of("employee")),
          get("api/v1/me/decisions", "employee"),
          get("api/v1/rule-books", "hr", "council", "operator"),
          get("api/v1/rule-books/none/changes", "hr", "council", "operator"),
          get("api/v1/rule-books/proofs/none", "hr", "council", "operator"),
          new Endpoint("POST", "api/v1/rule-books", "{}", Set.of("operator")),
          get("api/v1/signatures?employer=town", "hr", "council", "operator"),
          new Endpoint("POST", "api/v1/signatures", "{}", Set.of("hr", "council")),
          new Endpoint("POST", "api/v1/signatures/texts", "{}", Set.of("hr", "council")),
          get("api/v1/signatures/keys", "hr", "council"),
          new Endpoint("POST", "api/v1/signatures/keys", "{}", Set.of("hr", "council")),
          new Endpoint("POST", "api/v1/signatures/keys/pins", "{}", Set.of("operator")),
          get("api/v1/policies?employer=town", "hr", "council", "employee", "manager", "operator"),
          get("api/v1/policies/drafts", "hr"),
          new Endpoint("POST", "api/v1/policies/drafts", "{}", Set.of("hr")),
          get("api/v1/policies/drafts/none", "hr"),
          new Endpoint("PUT", "api/v1/policies/drafts/none", "{}", Set.of("hr")),
          new Endpoint("DELETE", "api/v1/policies/drafts/none", null, Set.of("hr")),
          get("api/v1/policies/none", "hr", "council", "employee", "manager"),
          get("api/v1/policies/none/decisions", "hr", "council", "employee", "manager"),
          get("api/v1/policies/none/pdf", "hr", "council"),
          new Endpoint("POST", "api/v1/policies/none/comments", "{}", Set.of("employee")),
          get("api/v1/me/feeds", "employee"),
          new Endpoint("POST", "api/v1/me/feeds", "{}", Set.of("employee")),
          new Endpoint("DELETE", "api/v1/me/feeds/none", null, Set.of("employee")),
          get("api/v1/me/calendar", "employee"),
          new Endpoint("PUT", "api/v1/me/calendar", "{\"wanted\":false}", Set.of("employee")),
          get("api/v1/me/invitations", "employee"),
          get("api/v1/me/invitations/none/counter.ics", "employee"),
          new Endpoint("POST", "api/v1/me/invitations/none/counter", "{}", Set.of("employee")),
          get("api/v1/away", "enforcer"),
          get("api/v1/me/availability", "employee"),
          new Endpoint("DELETE", "api/v1/me/availability", null, Set.of("employee")),
          get(
              "api/v1/policy/document?employer=town",
              "employee",
              "hr",
              "council",
              "manager",
              "operator"),
          new Endpoint("POST", "api/v1/policy/check", "{}", Set.of("hr", "council", "operator")),
          new Endpoint(
              "POST", "api/v1/policy/difference", "{}", Set.of("hr", "council", "operator")),
          new Endpoint(
              "POST", "api/v1/policy/scenarios", "{}", Set.of("hr", "council", "operator")),
          new Endpoint("POST", "api/v1/policy/dry-runs", "{}", Set.of("hr", "council", "operator")),
          get("api/v1/policy/dry-runs/none", "hr", "council", "operator"),
          get("api/v1/me/telework", "employee"),
          get("api/v1/me/telework/desks", "employee"),
          new Endpoint("POST", "api/v1/me/telework/days", "{}", Set.of("employee")),
          new Endpoint("DELETE", "api/v1/me/telework/days/2020-01-01", null, Set.of("employee")),
          new Endpoint(
              "PUT", "api/v1/me/telework/visible", "{\"visible\":false}", Set.of("employee")),
          new Endpoint("POST", "api/v1/me/telework/agreements", "[]", Set.of("employee")),
          new Endpoint(
              "POST", "api/v1/me/telework/agreements/none/agreement", "{}", Set.of("employee")),
          get("api/v1/telework/agreements", "hr", "council"),
          get("api/v1/telework/templates", "hr", "council", "employee"),
          new Endpoint("DELETE", "api/v1/telework/templates/none", "", Set.of("hr")),
          get("api/v1/telework/agreements/none", "hr", "council"),
          new Endpoint("PUT", "api/v1/telework/agreements/none", "{}", Set.of("hr", "council")),
          get("api/v1/me/telework/residence", "employee"),
          get("api/v1/telework/reminders", "hr", "council"),
          get("api/v1/telework/people/abroad", "hr"),
          get("api/v1/telework/people/none", "hr"),
          new Endpoint("PUT", "api/v1/telework/people/none", "{}", Set.of("hr")),
          get("api/v1/me/telework/agreements/none", "employee"),
          new Endpoint("PUT", "api/v1/me/telework/agreements/none", "{}", Set.of("employee")),
          new Endpoint("PUT", "api/v1/me/telework/residence", "{}", Set.of("employee")),
          get("api/v1/telework/requests", "hr"),
          new Endpoint("POST", "api/v1/telework/agreements", "{}", Set.of("hr", "council")),
          new Endpoint(
              "POST", "api/v1/telework/agreements/none/agreement", "{}", Set.of("hr", "council")),
          new Endpoint("PUT", "api/v1/telework/agreements/none/workplace", "{}", Set.of("hr")),
          new Endpoint(
              "POST",
              "api/v1/telework/requests/none/2020-01-01/answer",
              "{\"granted\":true}",
              Set.of("hr")),
          get("api/v1/measures", "hr", "council"),
          get("api/v1/measures/none", "hr", "council"),
          get("api/v1/measures/none/trend", "hr", "council"),
          get("api/v1/measures/table.csv", "hr", "council"),
          new Endpoint("POST", "api/v1/measures", "{}", Set.of("hr", "council")),
          new Endpoint("PUT", "api/v1/measures/none", "{}", Set.of("hr", "council")),
          new Endpoint("POST", "api/v1/measures/none/agreement", "{}", Set.of("hr", "council")),
          get("api/v1/me/alerts", "hr", "manager", "employee"),
          new Endpoint(
              "POST",
              "api/v1/me/alerts/1/acknowledgement",
              "{}",
              Set.of("hr", "manager", "employee")),
          get("api/v1/emergencies", "hr", "council"),
          new Endpoint("POST", "api/v1/emergencies/none/judgement", "{}", Set.of("hr", "council")),
          new Endpoint("POST", "api/v1/me/answers", "{}", Set.of("employee")),
          get("api/v1/units", "hr", "council", "manager"),
          get("api/v1/people", "hr"),
          new Endpoint(
              "POST",
              "api/v1/directory/import?dry-run=true&employer=town",
              "id",
              Set.of("hr", "operator")),
          get("api/v1/directory/source?employer=town", "hr", "operator"),
          new Endpoint(
              "POST",
              "api/v1/directory/source?dry-run=true&employer=town",
              "{}",
              Set.of("hr", "operator")),
          get("api/v1/directory/reorganisations", "hr", "council"),
          get("api/v1/directory/reorganisations/2099-Q1", "hr"),
          new Endpoint(
              "POST", "api/v1/directory/reorganisations?quarter=2099-Q1", "id", Set.of("hr")),
          new Endpoint(
              "POST", "api/v1/directory/reorganisations/none/confirmation", "{}", Set.of("hr")),
          new Endpoint("DELETE", "api/v1/directory/reorganisations/none", null, Set.of("hr")),
          get("scim/v2/Users?count=0", "provisioner"),
          get("scim/v2/Groups?count=0", "provisioner"),
          get("scim/v2/ServiceProviderConfig", "provisioner"),
          get("api/v1/releases?employer=town", "council", "hr", "manager", "operator"),
          get("api/v1/releases/2020-W01?employer=town", "council", "hr", "manager", "operator"),
          get("api/v1/ledger?employer=town", "council", "hr", "operator"),
          get("api/v1/audit?employer=town", "council", "hr", "operator"),
          get("api/v1/bundles/none?employer=town", "council", "hr", "operator"),
          new Endpoint("POST", "api/v1/bundles?employer=town", "{}", Set.of("hr", "operator")),
          new Endpoint("POST", "api/v1/bundles/check", "{}", Set.of("council", "hr", "operator")),
          get("api/v1/figures?unit=office", "manager", "council", "hr"),
          get("api/v1/figures/quarters", "manager", "council", "hr"),
          get("api/v1/figures/statement", "manager", "council", "hr"),
          get("api/v1/reports", "manager", "council", "hr"),
          get("api/v1/reports/dictionary.csv", "manager", "council", "hr"),
          get("api/v1/reports/2020-Q1/pdf", "manager", "council", "hr"),
          get("api/v1/open-data?employer=town", "hr", "council", "operator"),
          get("api/v1/open-data/2020?employer=town", "hr", "council", "operator"),
          new Endpoint(
              "POST",
              "api/v1/open-data/2020/approval",
              "{\"hash\":\"x\"}",
              Set.of("hr", "council")),
          get("api/v1/employers", "operator"),
          get("api/v1/doors", "operator"),
          get("api/v1/hours/town/office", ALL.toArray(String[]::new)),
          get("api/v1/hours/town/office/hours.ics", ALL.toArray(String[]::new)),
          new Endpoint("POST", "api/v1/mail/due", "{}", Set.of("enforcer")),
          get("api/v1/employers/town/progress", "operator"),
          get("api/v1/accounts", "operator"),
          get("api/v1/tokens", "operator"),
          get("metrics", "operator"),
          get("openapi", "operator"),
          get("api/v1/schemas", ALL.toArray(String[]::new)),
          new Endpoint("POST", "api/v1/events", "{}", Set.of("source")),
          new Endpoint(
              "POST",
              "api/v1/releases/2020-W01/withdrawal?employer=town",
              "{\"reason\":\"a test\"}",
              Set.of("operator")),
          new Endpoint("POST", "api/v1/accounts", "{}", Set.of("operator")),
          new Endpoint("POST", "api/v1/tokens", "{}", Set.of("operator")),
          new Endpoint("POST", "api/v1/employers", "{}", Set.of("operator")),
          new Endpoint("DELETE", "api/v1/accounts/none", null, Set.of("operator")),
          new Endpoint("DELETE", "api/v1/tokens/none", null, Set.of("operator")),
          get("api/v1/me/push", "employee"),
          new Endpoint("POST", "api/v1/me/push", "{}", Set.of("employee")),
          new Endpoint("DELETE", "api/v1/me/push/none", null, Set.of("employee")),
          new Endpoint("POST", "_matrix/push/v1/notify", "{}", Set.of("enforcer")),
          new Endpoint("POST", "access/v1/evaluation", QUESTION, Set.of("enforcer", "employee")),
          new Endpoint("POST", "access/v1/evaluations", QUESTION, Set.of("enforcer", "employee")),
          new Endpoint("GET", "access/v1/ext-authz/any/path", null, Set.of("enforcer")),
          new Endpoint(
              "POST",
              "v1/data/feierabend/contact",
              "{\"input\":" + QUESTION + "}",
              Set.of("enforcer", "employee")));

  final Browser operator;
  final URI base;
  private final Surroundings surroundings;

  private Town(URI base, Surroundings surroundings) {
    this.base = base;
    this.surroundings = surroundings;
    operator = Browser.bearing(base, Surroundings.OPERATOR);
  }

  static Town found(URI base, Surroundings surroundings) {
    Town town = new Town(base, surroundings);
    town.awaitReady();
    String far = town.laterWindow();
    List<String> people =
        new ArrayList<>(List.of(person("anna", "00:00-00:00"), person("bert", far)));
    for (int i = people.size(); i < PEOPLE; i++) people.add(person("p" + i, far));
    town.employer("town", people.toArray(String[]::new));
    town.employer("village", person("vera", far));
    town.account("anna", "employee", "town", "anna");
    town.account("bert", "employee", "town", "bert");
    town.account("p7", "employee", "town", "p7");
    town.account("carla", "council", "town", null);
    town.account("hanna", "hr", "town", null);
    town.account("max", "manager", "town", null);
    town.account("hugo", "hr", "village", null);
    return town;
  }

  Map<String, Browser> everybody() {
    Map<String, Browser> all = new LinkedHashMap<>();
    all.put("employee", logIn("anna"));
    all.put("council", logIn("carla"));
    all.put("hr", logIn("hanna"));
    all.put("manager", logIn("max"));
    all.put("source", machine("source", "town"));
    all.put("enforcer", machine("enforcer", "town"));
    all.put("provisioner", machine("provisioner", "town"));
    all.put("operator", operator);
    return all;
  }

  Browser logIn(String user) {
    return Browser.loggedIn(base, user, PASSWORD);
  }

  Browser machine(String role, String employer) {
    return Browser.bearing(base, token(role, employer));
  }

  String token(String role, String employer) {
    Answer issued =
        created(
            operator.post(
                "api/v1/tokens",
                "{\"role\":\"%s\",\"employer\":\"%s\"}".formatted(role, employer)));
    return issued.json().path("token").asText();
  }

  String contact(String id, String recipient) {
    return ("{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"test\",\"time\":\"%s\","
            + "\"type\":\"org.feierabend.contact.v1\",\"data\":{\"recipient\":\"%s\","
            + "\"sender_role\":\"COLLEAGUE\",\"channel\":\"CHAT\"}}")
        .formatted(id, Instant.now().truncatedTo(ChronoUnit.SECONDS), recipient);
  }

  int waitingOf(String user) {
    return logIn(user).get("api/v1/me/waiting").json().path("total").asInt();
  }

  /** Repeats what was refused with 503, as a source must. */
  Answer patiently(Browser source, String event) {
    for (int tries = 0; ; tries++) {
      Answer answer = source.send("POST", "api/v1/events", EVENT, event);
      if (answer.status() != 503 || tries > 20) return answer;
      pause(1_000);
    }
  }

  /** Edits the database by hand. */
  void sql(String... statements) {
    try (Connection c =
            surroundings.database.getDatabase("postgres", "feierabend").getConnection();
        Statement s = c.createStatement()) {
      for (String statement : statements) s.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String health() {
    return new Browser(base).get("health/ready").body();
  }

  private final Map<String, Signer> signers = new LinkedHashMap<>();

  /** The key of a side, pinned when it is asked for first. */
  Signer signing(String employer, String side) {
    return signers.computeIfAbsent(
        employer + " " + side, s -> Signer.pinned(operator, employer, side));
  }

  /** Until the tally of the open weeks says so; it may be read from the topic a moment later. */
  void awaitTally(int contacts) {
    int seen = -1;
    for (int tries = 0; tries < 60 && seen != contacts; tries++) {
      if (tries > 0) pause(500);
      seen = tallied();
    }
    if (seen != contacts) throw new AssertionError("tallied " + seen + ", expected " + contacts);
  }

  /** Until the person's own view of the open weeks says so. */
  void awaitOwnContacts(Browser person, int contacts) {
    int seen = -1;
    for (int tries = 0; tries < 60 && seen != contacts; tries++) {
      if (tries > 0) pause(500);
      seen = 0;
      for (JsonNode week : person.get("api/v1/me/data").json().path("open_weeks"))
        seen += week.path("counts").path("contacts-outside-window").asInt();
    }
    if (seen != contacts) throw new AssertionError("own view " + seen + ", expected " + contacts);
  }

  private int tallied() {
    try (Connection c =
            surroundings.database.getDatabase("postgres", "feierabend").getConnection();
        Statement s = c.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet r =
          s.executeQuery(
              "SELECT tablename FROM pg_tables WHERE schemaname = 'open_week' AND tablename LIKE"
                  + " 'tally%'")) {
        while (r.next()) tables.add(r.getString(1));
      }
      int sum = 0;
      for (String table : tables)
        try (ResultSet r =
            s.executeQuery("SELECT coalesce(sum(contacts), 0) FROM open_week." + table)) {
          r.next();
          sum += r.getInt(1);
        }
      return sum;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitReady() {
    Browser nobody = new Browser(base);
    for (int tries = 0; nobody.get("health/ready").status() != 200; tries++) {
      if (tries > 300) throw new AssertionError(nobody.get("health").body());
      pause(1_000);
    }
  }

  void employer(String id, String... people) {
    employer(id, true, people);
  }

  void employer(String id, boolean synthetic, String... people) {
    employer(id, synthetic, "p0", people);
  }

  /**
   * @param policy its name in config/policies
   */
  void employer(String id, boolean synthetic, String policy, String[] people) {
    created(
        operator.post(
            "api/v1/employers",
            ("{\"id\":\"%s\",\"name\":\"%s\",\"zone\":\"Europe/Berlin\",\"municipality\":\"09564000\","
                    + "\"clock\":\"wall\",\"synthetic\":%s,\"policy\":\"%s\",\"units\":[{\"id\":\"office\","
                    + "\"name\":{\"de\":\"Amt\",\"en\":\"Office\"},\"parent\":null}],\"people\":[%s]}")
                .formatted(id, id, synthetic, policy, String.join(",", people))));
  }

  void account(String user, String role, String employer, String person) {
    String is = person == null ? "" : ",\"person\":\"" + person + "\"";
    created(
        operator.post(
            "api/v1/accounts",
            "{\"user\":\"%s\",\"password\":\"%s\",\"roles\":[\"%s\"],\"employer\":\"%s\"%s}"
                .formatted(user, PASSWORD, role, employer, is)));
  }

  static String person(String id, String window) {
    return "{\"id\":\"%s\",\"unit\":\"office\",\"windows\":{\"MON-SUN\":\"%s\"}}"
        .formatted(id, window);
  }

  /** An hour that starts two hours from now, so that now is outside. */
  String laterWindow() {
    LocalTime from = LocalTime.now(ZONE).plusHours(2).truncatedTo(ChronoUnit.MINUTES);
    return from + "-" + from.plusHours(1);
  }

  static Answer created(Answer answer) {
    if (answer.status() != 201)
      throw new IllegalStateException(answer.status() + " " + answer.body());
    return answer;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Endpoint get(String path, String... roles) {
    return new Endpoint("GET", path, null, Set.of(roles));
  }
}
