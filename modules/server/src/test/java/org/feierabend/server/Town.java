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
import org.feierabend.server.Browser.Answer;

/** A town big enough for a block, a village with one person, and somebody of every role. */
final class Town {
  static final String PASSWORD = "correct horse battery staple";

  /** At least k, or nobody would be in a block and nothing counted. */
  static final int PEOPLE = 22;

  static final String EVENT = "application/cloudevents+json";
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final String QUESTION =
      "{\"subject\":{\"type\":\"person\",\"id\":\"anna\"},\"action\":{\"name\":\"contact\"},"
          + "\"resource\":{\"type\":\"person\",\"id\":\"bert\"},\"context\":{\"channel\":\"CHAT\"}}";

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
}
