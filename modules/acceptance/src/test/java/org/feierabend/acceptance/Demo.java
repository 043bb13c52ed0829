package org.feierabend.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** {@code ./feierabend demo}, seeded; the tests of its pages share one. */
final class Demo {
  private static final Duration SEEDING = Duration.ofMinutes(10);
  private static final Map<String, String> HEADINGS =
      Map.of(
          "employee.de", "Mein Feierabend",
          "employee.en", "My Feierabend",
          "hr.de", "Personalamt",
          "hr.en", "Personnel office",
          "council.de", "Personalrat",
          "council.en", "Works council",
          "manager.de", "Führung",
          "manager.en", "Management");

  private static Demo shared;

  private final RunningInstance instance;
  private final JsonNode logins;

  private Demo(RunningInstance instance) {
    this.instance = instance;
    Path file = instance.var().resolve("demo-logins.json");
    Await.until("the demo to be seeded", SEEDING, () -> Files.exists(file));
    try {
      logins = new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  static synchronized Demo shared() {
    if (shared == null) {
      RunningInstance instance = RunningInstance.start("demo", "demo");
      Runtime.getRuntime().addShutdownHook(new Thread(instance::close));
      shared = new Demo(instance);
    }
    return shared;
  }

  /** What stands at the top of a role's pages. */
  static String heading(String role, String language) {
    return HEADINGS.get(role + "." + language);
  }

  String http() {
    return instance.http();
  }

  Browser loggedIn(String role, String language) {
    Browser browser = Browser.open(http(), language, 1100);
    browser.logIn(role, password(role));
    return browser;
  }

  private String password(String role) {
    for (JsonNode login : logins.path("logins"))
      if (login.path("role").asText().equals(role)) return login.path("password").asText();
    throw new AssertionError("The demo has no log-in for " + role);
  }
}
