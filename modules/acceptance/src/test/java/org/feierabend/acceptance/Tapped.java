package org.feierabend.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An employee at a browser who has tapped that the day is over or quiet, and takes it back in the
 * end.
 */
final class Tapped implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Browser browser;
  private final boolean own;
  private final String language;
  private final boolean quiet;

  private Tapped(Browser browser, boolean own, String language, boolean quiet) {
    this.browser = browser;
    this.own = own;
    this.language = language;
    this.quiet = quiet;
  }

  static Tapped feierabend(Demo demo, String language) {
    return feierabend(demo.loggedIn("employee", language), true, language);
  }

  /** In a browser that is closed elsewhere. */
  static Tapped feierabend(Browser browser, String language) {
    return feierabend(browser, false, language);
  }

  private static Tapped feierabend(Browser browser, boolean own, String language) {
    browser.see("#tap-feierabend").click();
    browser.read(
        Demo.in(
            language,
            "Schönen Feierabend! Ihre Ruhezeit hat begonnen.",
            "Enjoy your evening! Your rest has begun."));
    return new Tapped(browser, own, language, false);
  }

  /**
   * @param until such as 17:00
   */
  static Tapped quiet(Demo demo, String language, String until) {
    Browser browser = demo.loggedIn("employee", language);
    browser.see("#day-until");
    browser.script("document.querySelector('#day-until').value = arguments[0]", until);
    browser.see("#day-quiet").click();
    browser.read(Demo.in(language, "Bis dahin ist Ruhe.", "It is quiet until then."));
    return new Tapped(browser, true, language, true);
  }

  Browser browser() {
    return browser;
  }

  /** What the API says to this log-in. */
  JsonNode ask(String path) {
    return json(browser.ask(path));
  }

  JsonNode status() {
    return ask("/api/v1/me/status");
  }

  String id() {
    return ask("/api/v1/me/settings").path("id").asText();
  }

  /** What {@link Browser#ask} returned. */
  static JsonNode json(String answer) {
    if (!answer.startsWith("200\n")) throw new AssertionError("not answered: " + answer);
    try {
      return JSON.readTree(answer.substring("200\n".length()));
    } catch (IOException e) {
      throw new UncheckedIOException("Not JSON: " + answer, e);
    }
  }

  @Override
  public void close() {
    try {
      browser.script("location.hash = '#/employee/today'");
      browser.see("#tap-feierabend");
      boolean back = quiet && !browser.all("#day-back").isEmpty(); // until midnight, at night
      browser.see(back ? "#day-back" : "#work-goes-on").click();
      browser.read(
          back
              ? Demo.in(language, "Es gilt wieder Ihre Woche.", "Your week applies again.")
              : Demo.in(language, "Ihr Arbeitstag geht weiter.", "Your working day goes on."));
    } finally {
      if (own) browser.close();
    }
  }
}
