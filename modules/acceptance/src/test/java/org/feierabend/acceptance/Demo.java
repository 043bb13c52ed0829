package org.feierabend.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code ./feierabend demo}, seeded; the tests of its pages share one. */
final class Demo {
  /** Test classes that look at the shared demo take turns: each finds its pages to itself. */
  static final String SHARED = "the shared demo";

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

  /** Where the demo looks for a calendar server. */
  static final int CALENDAR_PORT = RunningInstance.freePorts();

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
      RunningInstance instance = RunningInstance.start("demo", "demo", besideACalendarServer());
      Runtime.getRuntime().addShutdownHook(new Thread(instance::close));
      shared = new Demo(instance);
    }
    return shared;
  }

  /** Nobody answers there until a test starts a server. */
  private static Map<String, String> besideACalendarServer() {
    return Map.of(
        "FEIERABEND_CALDAV_EMPLOYER", "beispielingen",
        "FEIERABEND_CALDAV_URL", "http://127.0.0.1:" + CALENDAR_PORT,
        "FEIERABEND_CALDAV_USER", "feierabend",
        "FEIERABEND_CALDAV_PASSWORD", "secret",
        "FEIERABEND_CALDAV_CALENDAR", "/{name}/calendar/",
        "FEIERABEND_CALDAV_INBOX", "/{name}/");
  }

  /** What stands at the top of a role's pages. */
  static String heading(String role, String language) {
    return HEADINGS.get(role + "." + language);
  }

  String http() {
    return instance.http();
  }

  /** German always, English too in a full run. */
  static List<String> german() {
    return inAFullRun().isEmpty() ? List.of("de") : List.of("de", "en");
  }

  /** English always, German too in a full run. */
  static List<String> english() {
    return inAFullRun().isEmpty() ? List.of("en") : List.of("en", "de");
  }

  /** One round in a full run, none else. */
  static List<String> inAFullRun() {
    return Boolean.getBoolean("feierabend.all") ? List.of("full run") : List.of();
  }

  /** A page's words in the language it is shown in. */
  static String in(String language, String german, String english, Object... values) {
    return (language.equals("de") ? german : english).formatted(values);
  }

  RunningInstance instance() {
    return instance;
  }

  Browser loggedIn(String role, String language) {
    return loggedIn(role, password(role), language);
  }

  Browser loggedIn(String user, String password, String language) {
    return loggedIn(Browser.open(http(), language, 1100), user, password);
  }

  /** In a browser of that language, for whoever looks. */
  Browser shown(String role, String language) {
    return shown(role, password(role), language);
  }

  Browser shown(String user, String password, String language) {
    return loggedIn(Browser.ofItsLanguage(http(), language), user, password);
  }

  private static Browser loggedIn(Browser browser, String user, String password) {
    browser.logIn(user, password);
    browser.see("header nav");
    return browser;
  }

  /** The id of the town. */
  String employer() {
    return logins.path("employer").asText();
  }

  /** The HTTP API with the token of a source of messages. */
  Http source() {
    return new Http(http(), "Bearer " + logins.path("tokens").path("source").asText());
  }

  private String password(String role) {
    for (JsonNode login : logins.path("logins"))
      if (login.path("role").asText().equals(role)) return login.path("password").asText();
    throw new AssertionError("The demo has no log-in for " + role);
  }
}
