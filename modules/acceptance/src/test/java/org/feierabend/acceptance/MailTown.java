package org.feierabend.acceptance;

import java.time.Duration;
import java.time.Instant;
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

  private MailTown(RunningInstance instance, int policyPort, int hopPort) {
    this.instance = instance;
    this.policyPort = policyPort;
    this.hopPort = hopPort;
  }

  /**
   * @param settings further ones
   */
  static MailTown start(String name, Map<String, String> settings) {
    int ports = RunningInstance.freePorts();
    Map<String, String> all = new java.util.HashMap<>(settings);
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

  /**
   * @param policy its name in config/policies
   */
  MailTown found(String policy) {
    instance
        .operator()
        .post(
            "/api/v1/employers",
            """
            {"id":"%s","name":"Post","zone":"Europe/Berlin","municipality":"09564000","clock":"wall",
             "synthetic":true,"policy":"%s",
             "units":[{"id":"house","name":{"de":"Haus","en":"House"},"parent":null}],"people":[%s]}"""
                .formatted(EMPLOYER, policy, people));
    return this;
  }

  static String address(String name) {
    return name + "@" + Postfix.DOMAIN;
  }

  @Override
  public void close() {
    instance.close();
  }
}
