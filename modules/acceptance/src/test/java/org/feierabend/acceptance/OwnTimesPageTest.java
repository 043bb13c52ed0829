package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.Available;
import net.fortuna.ical4j.model.component.VAvailability;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.PointerInput.Kind;
import org.openqa.selenium.support.ui.Select;

/**
 * "Meine Zeiten": dragged, moved by keys, in weeks that take turns, on a single date; the rules
 * read in Leichte Sprache.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(Demo.SHARED)
class OwnTimesPageTest {
  private static final int HOUR = 16; // pixels of the week's picture
  private Demo demo;

  @BeforeAll
  void the_demo_is_seeded() {
    demo = Demo.shared();
  }

  @Test
  void a_window_is_dragged_by_mouse_and_finger_and_moved_by_keys() {
    try (Browser browser = demo.loggedIn("employee", "de")) {
      browser.go("employee/times");
      new Select(browser.see("#window-template")).selectByValue("mornings");
      window(browser, "Montag, 08:00 bis 12:00");
      browser.drag(browser.see(".block"), Kind.MOUSE, 0, 2 * HOUR);
      window(browser, "Montag, 10:00 bis 14:00");
      browser.drag(browser.see(".block"), Kind.TOUCH, 0, -HOUR);
      window(browser, "Montag, 09:00 bis 13:00");
      browser.press(browser.see(".block"), Keys.ARROW_UP);
      window(browser, "Montag, 08:45 bis 12:45");
      browser.press(browser.see(".block"), Keys.chord(Keys.SHIFT, Keys.ARROW_DOWN));
      window(browser, "Montag, 08:45 bis 13:00");
      assertEquals(5, browser.all(".block").size());
      browser.press(browser.see(".block"), Keys.DELETE);
      window(browser, "Dienstag, 08:00 bis 12:00");
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void weeks_take_turns_once_one_has_seen_what_it_means() {
    try (Browser browser = demo.loggedIn("employee", "de")) {
      browser.go("employee/times");
      new Select(browser.see("#window-template")).selectByValue("custody");
      browser.see("#try-weeks").click();
      browser.see(".preview td strong");
      assertEquals(14, browser.all(".preview tbody tr").size());
      browser.read("Noch gilt nichts davon.");
      browser.see("#save-windows").click();
      browser.read("Gespeichert. Gilt ab sofort.");
      browser.reload();
      browser.see(".week-choice");
      assertEquals(2, browser.all(".week-choice").size());
      window(browser, "Montag, 07:30 bis 13:30");
      browser.see("#reset-windows").click();
      browser.read("Es gelten die Fenster der Dienstvereinbarung.");
      assertTrue(browser.all(".week-choice").isEmpty());
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void a_single_date_is_off_and_taken_back() {
    try (Browser browser = demo.loggedIn("employee", "de")) {
      browser.go("employee/times");
      LocalDate date = LocalDate.now().plusDays(20);
      String typed = date.format(DateTimeFormatter.ofPattern("MMddyyyy"));
      browser.see("#days-from").sendKeys(typed);
      browser.see("#save-days").click();
      browser.read(": frei");
      int dates = browser.all("fe-days-editor .rows li").size();
      browser.see("fe-days-editor .rows button").click();
      browser.read("Es gilt wieder Ihre Woche.");
      assertEquals(dates - 1, browser.all("fe-days-editor .rows li").size());
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void a_pair_that_shares_a_job_stands_in_week_for_week() {
    try (Browser browser = demo.loggedIn("employee", "de")) {
      browser.go("employee/times");
      browser.see("fe-times-editor .days");
      toggleFriday(browser);
      browser.press(browser.see("#pair-partner"), "p-0002", Keys.TAB);
      browser.see("#pair").click();
      browser.see("#save-times").click();
      Await.until("absences", Browser.PATIENCE, () -> !absences(browser).isEmpty());
      Set<DayOfWeek> away = EnumSet.noneOf(DayOfWeek.class);
      for (JsonNode kept : absences(browser)) {
        assertEquals(1, kept.path("every_weeks").asInt(), kept.toString());
        assertEquals("p-0002", kept.path("deputy").asText());
        String from = kept.path("from").asText();
        away.add(LocalDate.parse(from.substring(0, "2026-01-01".length())).getDayOfWeek());
      }
      assertTrue(away.contains(DayOfWeek.FRIDAY), away.toString());
      browser.go("employee/data");
      browser.read("jede Woche, vertreten von p-0002");
      browser.go("employee/times");
      browser.see("fe-times-editor fieldset:has(select) button.quiet");
      while (!browser.all("fe-times-editor fieldset:has(select)").isEmpty())
        browser.see("fe-times-editor fieldset:has(select) button.quiet").click();
      toggleFriday(browser);
      browser.see("#save-times").click();
      Await.until("none", Browser.PATIENCE, () -> absences(browser).isEmpty());
      assertEquals(List.of(), browser.complaints());
    }
  }

  private static void toggleFriday(Browser browser) {
    browser.see("fe-times-editor .days .day:nth-child(5) span").click();
  }

  private static JsonNode absences(Browser browser) {
    return Tapped.json(browser.ask("/api/v1/me/times")).path("absences");
  }

  /** Read by a library that is not ours, then handed in again. */
  @Test
  void the_week_is_saved_as_a_calendar_that_says_the_same() throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "downloads")).toAbsolutePath();
    Path file = folder.resolve("availability.ics");
    Files.deleteIfExists(file);
    try (Browser browser = demo.loggedIn("employee", "de")) {
      browser.protocol(
          "Browser.setDownloadBehavior",
          Map.of("behavior", "allow", "downloadPath", folder.toString()));
      browser.go("employee/times");
      new Select(browser.see("#window-template")).selectByValue("split");
      browser.see("#save-windows").click();
      browser.read("Gespeichert. Gilt ab sofort.");
      browser.see("a[download='availability.ics']").click();
      Await.until("the file", Browser.PATIENCE, () -> Files.exists(file));
      Calendar calendar = new CalendarBuilder().build(Files.newBufferedReader(file));
      VAvailability availability =
          (VAvailability) calendar.getComponent("VAVAILABILITY").orElseThrow();
      assertEquals(
          List.of("T073000 T133000 MO,TU,WE,TH,FR", "T200000 T220000 MO,TU,WE,TH"),
          availability.getAvailable().stream().map(OwnTimesPageTest::told).toList());
      browser.see("fe-feeds input[type=file]").sendKeys(file.toString());
      browser.read("In den nächsten zwei Wochen ändert sich nichts.");
      browser.see("#reset-windows").click();
      browser.read("Es gelten die Fenster der Dienstvereinbarung.");
    }
  }

  private static String told(Available available) {
    String days = value(available, "RRULE").replaceFirst(".*BYDAY=([A-Z,]+).*", "$1");
    return "%s %s %s"
        .formatted(
            value(available, "DTSTART").substring(8), value(available, "DTEND").substring(8), days);
  }

  private static String value(Available available, String property) {
    return available.getProperty(property).orElseThrow().getValue();
  }

  @Test
  void the_rules_are_read_in_leichte_sprache() {
    try (Browser browser = demo.loggedIn("employee", "de")) {
      browser.see("nav a[href='#/rules']").click();
      browser.see("fe-rules h3");
      int rules = browser.all("fe-rules h3").size();
      browser.see("fe-rules .leicht-switch").click();
      browser.read("Eine Nachricht wartet bis zum nächsten Arbeits·tag.");
      assertEquals(rules, browser.all("fe-rules .leicht[lang=de-simple]").size());
      assertEquals(List.of(), browser.violations());
    }
  }

  /** Waits until the first window of the week is this one. */
  private static void window(Browser browser, String name) {
    Await.until(
        name,
        java.time.Duration.ofSeconds(20),
        () -> {
          List<WebElement> blocks = browser.all(".block");
          return !blocks.isEmpty() && name.equals(blocks.get(0).getDomAttribute("aria-label"));
        });
  }
}
