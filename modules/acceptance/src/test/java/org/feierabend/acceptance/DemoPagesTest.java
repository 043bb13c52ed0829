package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;

/** {@code ./feierabend demo}, and each role's page in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(Demo.SHARED)
class DemoPagesTest {
  private static final Duration TWO_BELLS = Duration.ofSeconds(60);
  private Demo demo;

  @BeforeAll
  void the_demo_is_seeded() {
    demo = Demo.shared();
  }

  @ParameterizedTest
  @CsvSource({
    "employee,de",
    "employee,en",
    "hr,de",
    "hr,en",
    "council,de",
    "council,en",
    "manager,de",
    "manager,en"
  })
  void each_role_sees_its_page(String role, String language) {
    try (Browser browser = loggedIn(role, language)) {
      browser.read(Demo.heading(role, language));
      assertEquals(language, browser.language());
      switch (role) {
        case "employee" -> {
          browser.see("fe-day-strip svg rect");
          browser.see("fe-waiting .headline");
          browser.go("employee/times");
          browser.see("fe-week-grid rect.window");
          browser.see("fe-times-editor fieldset");
          browser.go("employee/data");
          browser.see("fe-settings dl dd");
          browser.see("fe-own-week button.primary").click();
          browser.read(
              language.equals("de") ? "Für diese Woche gezählt." : "Counted for this week.");
        }
        case "council" -> {
          browser.see("fe-heat-strip td[class^=heat]");
          assertEquals(10, browser.all("fe-statement li").size());
          browser.see("fe-share-chart canvas");
          assertTrue(
              browser.all("fe-share-chart tbody tr").size() >= 52, "a year of weeks is released");
          browser.go("council/ledger");
          browser.see("fe-canaries input[type=file]");
          browser.see("fe-ledger tbody tr");
          assertTrue(
              browser.all("fe-ledger tbody tr").size() >= 104, "released and destroyed, each week");
          browser.read(
              Demo.in(
                  language,
                  "Privatheitsbudget: 1,00 von 1,00 in diesem Jahr verbraucht",
                  "Privacy budget: 1.00 of 1.00 spent this year"));
          browser.go("council/audit");
          String log = browser.see("fe-audit tbody").getText();
          for (String word :
              Demo.in(language, "für eine Einheit,kurzfristig", "for a unit,short term").split(","))
            assertTrue(log.contains(word), log);
          assertFalse(log.matches("(?s).*\\b(collective|2\\d{3}-(W|Q|\\d\\d-)).*"), log);
          browser.go("council/measures");
          browser.see("fe-measures details.measure summary");
          assertEquals(5, browser.all("fe-measures details.measure").size());
        }
        case "manager" -> {
          browser.see("fe-alerts section");
          browser.go("manager/figures");
          browser.see("fe-figures .figure .headline");
          assertEquals(3, browser.all("fe-figures .figure").size());
        }
        default -> {
          // the clerk looks at new releases twice a minute
          Await.until(
              "an alert",
              TWO_BELLS,
              () -> {
                browser.reload();
                browser.see("fe-alerts section");
                return !browser.all("fe-alerts li, fe-alerts .headline").isEmpty();
              });
          browser.go("hr/telework");
          browser.see("fe-telework-agreements summary");
          browser.go("hr/measures");
          browser.see("fe-measures details.measure summary");
          assertEquals(5, browser.all("fe-measures details.measure").size());
          browser.go("hr/people");
          browser.see("fe-units tbody tr");
          browser.see("fe-people tbody tr");
          assertTrue(browser.all("fe-units tbody tr").size() >= 20, "some 25 units");
          assertEquals(20, browser.all("fe-people tbody tr").size());
        }
      }
      assertEquals(List.of(), browser.complaints());
      browser.picture("%s-%s".formatted(role, language));
    }
  }

  @Test
  void a_person_changes_windows_and_finds_them_again() {
    try (Browser browser = loggedIn("employee", "de")) {
      browser.go("employee/times");
      browser.see("fe-week-grid rect.window");
      int before = browser.all("fe-windows-editor .window-row").size();
      browser.see("fe-windows-editor .actions button").click();
      browser.see("#save-windows").click();
      browser.read("Gespeichert");
      browser.reload();
      browser.see("fe-week-grid rect.window");
      assertEquals(before + 1, browser.all("fe-windows-editor .window-row").size());
      browser.read("Es gelten Ihre eigenen Fenster.");
    }
  }

  /**
   * No push service is within reach of a test, so the browser cannot subscribe; it takes the
   * worker.
   */
  @Test
  void a_browser_is_offered_to_tell_of_an_opening_and_takes_the_worker_for_it() {
    try (Browser browser = loggedIn("employee", "de")) {
      browser.go("employee/times");
      browser.read("nie, während Sie ruhen");
      browser.read("kann es aber nicht lesen");
      browser.see("#ask-push").click();
      browser.read("Dieser Browser kann das nicht oder hat es für diese Seite verboten.");
      assertEquals("activated", browser.worker("/app/push-worker.js"));
      browser.read("Keinem Browser wird etwas gemeldet.");
    }
  }

  @Test
  void a_telework_day_is_asked_for_granted_and_taken_back() {
    try (Browser browser = loggedIn("employee", "de")) {
      browser.go("employee/telework");
      LocalDate later = WholeWeek.after(LocalDate.now().plusWeeks(1));
      String day = later.format(DateTimeFormatter.ofPattern("MMddyyyy"));
      browser.see("fe-telework input[name=date]").sendKeys(day);
      browser.see("#ask-telework").click();
      browser.read("Genehmigt.");
      browser.read("Ein Tag innerhalb der Vereinbarung ist sofort genehmigt.");
      browser.see("fe-telework li button.quiet").click();
      browser.read("Der Tag ist zurückgenommen.");
      browser.read("Kein Tag geplant.");
      browser.script(
          "document.querySelectorAll('fe-telework details').forEach(d => { d.open = true; })");
      browser.read("höchstens 40 nach der Dienstvereinbarung");
      browser.picture("employee-telework-terms");
      WebElement quota = browser.see("fe-telework input[name=quota]");
      quota.clear();
      quota.sendKeys("40.5");
      assertFalse((Boolean) browser.script("return arguments[0].checkValidity()", quota));
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void a_tap_ends_the_working_day_and_is_taken_back() {
    try (Browser browser = loggedIn("employee", "de")) {
      browser.see("#tap-feierabend").click();
      browser.read(WholeWeek.restsToday() ? "Sie sind geschützt" : "Sie ruhen");
      browser.read("Schönen Feierabend!");
      browser.see("#work-goes-on").click();
      browser.read("Ihr Arbeitstag geht weiter.");
      Await.until(
          "the status to follow", Browser.PATIENCE, () -> !browser.text().contains("Sie ruhen"));
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void a_manager_learns_how_many_it_reaches_and_not_who() {
    try (Browser browser = loggedIn("manager", "en")) {
      browser.go("manager/sending");
      browser.see("textarea[name=people]").sendKeys("p-0001, p-0002 p-0003; p-0004 p-0005");
      browser.see("#ask-before").click();
      browser.read("of 5 now.");
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void the_council_checks_the_ledger_in_its_own_browser() {
    try (Browser browser = loggedIn("council", "en")) {
      browser.go("council/ledger");
      browser.see("#check-ledger").click();
      browser.read("rows are unchanged, chained without a gap and validly signed.");
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void nobody_elses_page_names_a_person() {
    for (String role : List.of("council", "manager")) {
      try (Browser browser = loggedIn(role, "en")) {
        browser.read(Demo.heading(role, "en"));
        browser.go(role.equals("council") ? "council/ledger" : "manager/figures");
        browser.see(role.equals("council") ? "fe-ledger tbody tr" : "fe-figures .headline");
        assertFalse(browser.text().matches("(?s).*p-\\d{3,}.*"), "a person's id on the page");
      }
    }
  }

  @Test
  void a_wrong_password_is_told_and_shows_nothing() {
    try (Browser browser = Browser.open(demo.http(), "en", 1100)) {
      browser.logIn("employee", "not the password");
      browser.see(".problem");
      assertTrue(browser.all("fe-employee").isEmpty());
    }
  }

  private Browser loggedIn(String role, String language) {
    return demo.loggedIn(role, language);
  }
}
