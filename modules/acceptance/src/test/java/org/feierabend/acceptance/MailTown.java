package org.feierabend.acceptance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * An instance with its door for mail open, and an employer whose people work in shifts: so it does
 * not matter on which day and at which hour a test runs.
 */
final class MailTown implements AutoCloseable {
  static final String EMPLOYER = "post";
  private static final Duration LONG = Duration.ofHours(5);

  final RunningInstance instance;
  final int policyPort;
  final int hopPort;
  private final StringJoiner people = new StringJoiner(",");
  private String zone = "Europe/Berlin";

  private MailTown(RunningInstance instance, int policyPort, int hopPort) {
    this.instance = instance;
    this.policyPort = policyPort;
    this.hopPort = hopPort;
  }

  static MailTown start(String name) {
    return start(name, RunningInstance.freePorts(), Map.of());
  }

  /**
   * @param ports the first of four: our door, the hop that asks it, the hop for machines; the
   *     fourth is the caller's
   * @param settings further ones
   */
  static MailTown start(String name, int ports, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("FEIERABEND_MAIL_PORT", Integer.toString(ports));
    all.put("FEIERABEND_MAIL_EMPLOYER", EMPLOYER);
    all.put("FEIERABEND_MAIL_SERVER", "127.0.0.1:" + (ports + 1));
    return new MailTown(RunningInstance.start("run", name, all), ports, ports + 1);
  }

  /** Somebody who works from that instant on, for hours. */
  MailTown person(String name, Instant from) {
    people.add(
        """
        {"id":"p-%1$s","unit":"house","mail":["%1$s@%2$s"],"duties":["PUBLIC_ORDER"],
         "shifts":[{"from":"%3$s","to":"%4$s"}]}"""
            .formatted(name, Postfix.DOMAIN, from, from.plus(LONG)));
    return this;
  }

  /** Where it is three o'clock in the night now: whatever the day, no office is open. */
  MailTown whereItIsNight() {
    int ahead = 3 - Instant.now().atZone(ZoneOffset.UTC).getHour();
    if (ahead < -12) ahead += 24;
    zone =
        "Etc/GMT" + (ahead > 0 ? "-" + ahead : "+" + -ahead); // the signs are the other way round
    return this;
  }

  /**
   * @param policy its name in config/policies
   */
  MailTown found(String policy) {
    instance
        .operator()
        .post(
            "/api/v1/employers",
            """
            {"id":"%s","name":"Post","zone":"%s","municipality":"09564000","clock":"wall",
             "synthetic":true,"policy":"%s",
             "units":[{"id":"house","name":{"de":"Haus","en":"House"},"parent":null}],"people":[%s]}"""
                .formatted(EMPLOYER, zone, policy, people));
    return this;
  }

  /** The log-in {@code ops} of an operator. */
  String operatorsPassword() {
    return instance
        .feierabend("account", "add", "ops", "--role", "operator", "--language", "en")
        .requireSuccess()
        .output()
        .replaceAll("(?s).*once: (\\S+).*", "$1");
  }

  /** How many contacts the engine holds at this moment. */
  int held() throws SQLException {
    try (Connection c = instance.database();
        Statement s = c.createStatement();
        ResultSet row = s.executeQuery("SELECT count(*) FROM deferral")) {
      row.next();
      return row.getInt(1);
    }
  }

  /** How many contacts landed without a sound, as generated employers are counted. */
  long landedSilently() throws SQLException {
    try (Connection c = instance.database();
        Statement s = c.createStatement();
        ResultSet row =
            s.executeQuery(
                "SELECT coalesce(sum(count), 0) FROM total WHERE name = 'outcome:SILENCE'")) {
      row.next();
      return row.getLong(1);
    }
  }

  static String address(String name) {
    return name + "@" + Postfix.DOMAIN;
  }

  @Override
  public void close() {
    instance.close();
  }
}
