package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page there is, in both languages, both themes, on a phone and on a wide screen: anybody can
 * use it, nothing is missing, and there is a picture of it in {@code target/screens}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(Demo.SHARED)
class EveryPageTest {
  /** What each page holds where the demo has it: a row, a bar, a figure, a field filled in. */
  private static final Map<String, String> ROW =
      Map.ofEntries(
          Map.entry("employee/today", "fe-day-strip svg rect"),
          Map.entry("employee/times", "fe-week-grid rect.window"),
          Map.entry("employee/telework", "fe-telework meter"),
          Map.entry("employee/decisions", "fe-policies article[data-edition]"),
          Map.entry("employee/sending", "fe-before-sending select option"),
          Map.entry("employee/data", "fe-settings dd"),
          Map.entry("manager/alerts", "fe-alerts li, fe-alerts .headline, fe-alerts p"),
          Map.entry("manager/sending", "fe-before-sending select option"),
          Map.entry("manager/figures", "fe-heat-strip tbody tr"),
          Map.entry("manager/reports", "fe-reports tbody tr"),
          Map.entry("council/figures", "fe-heat-strip tbody tr"),
          Map.entry("council/signing", "fe-policies article[data-edition]"),
          Map.entry("council/telework", "fe-telework-agreements summary"),
          Map.entry("council/measures", "fe-measures details.measure"),
          Map.entry("council/reports", "fe-reports tbody tr"),
          Map.entry("council/ledger", "fe-ledger tbody tr"),
          Map.entry("council/audit", "fe-audit tbody tr"),
          Map.entry("council/emergencies", "fe-emergencies p"),
          Map.entry("hr/alerts", "fe-alerts li, fe-alerts .headline, fe-alerts p"),
          Map.entry("hr/policy", "fe-policy-form .policy-key input"),
          Map.entry("hr/telework", "fe-telework-agreements summary"),
          Map.entry("hr/people", "fe-people tbody tr"),
          Map.entry("hr/figures", "fe-heat-strip tbody tr"),
          Map.entry("hr/measures", "fe-measures details.measure"),
          Map.entry("hr/reports", "fe-reports tbody tr"),
          Map.entry("hr/reorganisation", "fe-reorganisations select option"),
          Map.entry("rules", "fe-rules h3"),
          Map.entry("operator/doors", "fe-doors tbody tr"),
          Map.entry("operator/books", "fe-rule-books code"),
          Map.entry("login", "form input"));

  /** No two pages look alike, whoever sees them. */
  private final Map<Integer, String> pictures = new HashMap<>();

  /** All of them in a full run; those of five log-ins always. */
  static List<Arguments> logIns() {
    List<Arguments> logIns = new ArrayList<>();
    for (String role : List.of("employee", "manager", "council", "hr"))
      for (String language : List.of("de", "en"))
        if (logIns.size() < 5 || Boolean.getBoolean("feierabend.all"))
          logIns.add(Arguments.of(role, language));
    return logIns;
  }

  @ParameterizedTest
  @MethodSource("logIns")
  void is_complete_and_can_be_used_by_everybody(String role, String language) {
    List<String> wrong = new ArrayList<>();
    try (Browser browser = Demo.shared().shown(role, language)) {
      List<String> places = browser.places();
      assertTrue(places.size() >= 4, "sections of " + role + ": " + places);
      for (String place : places) {
        browser.go(place);
        if (place.equals("hr/policy")) drafted(browser);
        look(browser, Demo.heading(role, language), language, place, wrong);
      }
      assertEquals(List.of(), browser.complaints());
    }
    assertEquals(List.of(), wrong);
  }

  /** A draft, unless somebody has begun one: the page is for writing it. */
  private static void drafted(Browser browser) {
    browser.see("#new-draft");
    if (browser.all("article[data-draft]").isEmpty()) browser.see("#new-draft").click();
    browser.see("fe-policy-form .policy-key input");
  }

  /** Help, rule book, log-in and the operator's pages: the same for whoever sees them. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("everyLanguage")
  void what_stands_beside_the_roles_is_complete_too(String language) {
    List<String> wrong = new ArrayList<>();
    Demo demo = Demo.shared();
    try (Browser browser = Browser.ofItsLanguage(demo.http(), language)) {
      look(browser, Demo.in(language, "Anmelden", "Log in"), language, "login", wrong);
    }
    for (String role : List.of("employee", "manager", "council", "hr"))
      try (Browser browser = demo.shown(role, language)) {
        beside(browser, Demo.in(language, "Hilfe", "Help"), language, "help/" + role, wrong);
        if (!role.equals("employee")) continue;
        beside(browser, Demo.in(language, "Hilfe", "Help"), language, "help/rules", wrong);
        beside(browser, Demo.in(language, "Regelwerk", "Rule book"), language, "rules", wrong);
      }
    String password = "an operator of the tests";
    demo.instance()
        .operator()
        .post(
            "/api/v1/accounts",
            "{\"user\":\"operator-%s\",\"password\":\"%s\",\"roles\":[\"operator\"]}"
                .formatted(language, password));
    try (Browser browser = demo.shown("operator-" + language, password, language)) {
      for (String place : browser.places())
        beside(browser, Demo.in(language, "Betrieb", "Operation"), language, place, wrong);
      beside(browser, Demo.in(language, "Hilfe", "Help"), language, "help/operator", wrong);
      assertEquals(List.of(), browser.complaints());
    } finally {
      demo.instance().operator().send("DELETE", "/api/v1/accounts/operator-" + language, "");
    }
    assertEquals(List.of(), wrong);
  }

  /** In a full run. */
  static List<String> everyLanguage() {
    return Demo.inAFullRun().isEmpty() ? List.of() : List.of("de", "en");
  }

  private void beside(
      Browser browser, String heading, String language, String place, List<String> wrong) {
    browser.script("location.hash = '#/' + arguments[0]", place);
    Await.until(
        place,
        Browser.PATIENCE,
        () ->
            browser.see("main h1").getText().equals(heading) && !browser.all(row(place)).isEmpty());
    look(browser, heading, language, place, wrong);
  }

  private static String row(String place) {
    return ROW.getOrDefault(
        place,
        place.startsWith("help/")
            ? "fe-guide article h2"
            : "main table tbody tr, main li, main dd");
  }

  /** German in the light on a wide screen and in the dark on a phone; English the other way. */
  private void look(
      Browser browser, String heading, String language, String place, List<String> wrong) {
    boolean german = language.equals("de");
    for (boolean wide : List.of(true, false)) {
      String theme = wide == german ? "light" : "dark";
      browser.shownAs(theme, wide ? 1440 : 390);
      browser.settled();
      String name =
          "%s-%s-%s-%s".formatted(place.replace('/', '-'), language, wide ? "1440" : "390", theme);
      assertEquals(heading, browser.see("main h1").getText(), name);
      assertEquals(language, browser.language(), name);
      assertEquals(theme, browser.theme(), name);
      assertFalse(browser.all("main .card").isEmpty(), name);
      String row = row(place);
      if (browser.all(row).isEmpty()) wrong.add(name + " holds no " + row);
      String text = browser.text();
      if (text.contains("⟨")) wrong.add(name + " lacks a text");
      if (!browser.all("main .problem").isEmpty()) wrong.add(name + " shows a problem");
      if (browser.wider()) wrong.add(name + " scrolls sideways");
      browser.violations().forEach(v -> wrong.add(name + " " + v));
      byte[] picture = Screens.whole(browser, name);
      String twin = pictures.putIfAbsent(Arrays.hashCode(picture), name);
      if (twin != null) wrong.add(name + " looks like " + twin);
    }
  }
}
