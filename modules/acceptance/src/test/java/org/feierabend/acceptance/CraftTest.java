package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** How the pages are made: small, quick and still, for the keyboard and for paper. */
@ResourceLock(Demo.SHARED)
@ResourceLock(RunningInstance.SHARED) // how quick a page is shows alone
class CraftTest {
  private static final long MOST_BYTES = 250_000;
  private static final double MOST_MILLIS = 1500;
  private static final double MOST_SHIFT = 0.02;

  /** A loaded machine is slow now and then; a page that is too big is slow each time. */
  private static final int LOADS = 8;

  /** Card, Moran and Newell: a key of who types on an average, and a thought before each act. */
  private static final double SECONDS_A_KEY = 0.28;

  private static final double SECONDS_A_THOUGHT = 1.35;

  private final Demo demo = Demo.shared();

  @ParameterizedTest
  @ValueSource(strings = {"employee", "manager", "council", "hr"})
  void the_first_page_is_small_quick_and_still(String role) {
    try (Browser browser = demo.loggedIn(role, "de")) {
      PageLoad.watch(browser);
      List<PageLoad> loads = new ArrayList<>();
      do loads.add(PageLoad.again(browser));
      while (least(loads) >= MOST_MILLIS * crowd() && loads.size() < LOADS);
      System.out.printf("first page of %s: %s%n", role, loads);
      for (PageLoad load : loads) {
        assertTrue(load.bytes() > MOST_BYTES / 10, "it was not loaded anew: " + load);
        assertTrue(load.bytes() < MOST_BYTES, load.toString());
        assertTrue(load.shift() < MOST_SHIFT, load.toString());
      }
      assertTrue(least(loads) < MOST_MILLIS * crowd(), loads.toString());
      assertEquals(List.of(), browser.complaints());
    }
  }

  @Test
  void an_answer_with_a_secret_in_it_is_never_compressed() {
    try (Browser browser = demo.loggedIn("council", "de")) {
      assertTrue(browser.ask("/api/v1/session").contains("csrf"));
      assertEquals(List.of(), compressed(browser, "/api/v1/session"));
      assertEquals(List.of("gzip"), compressed(browser, "/api/v1/releases"));
    }
  }

  /** How it came: a fetch of the page's own, its length on the wire and unpacked. */
  private static List<?> compressed(Browser browser, String path) {
    return (List<?>)
        browser.promised(
            """
            performance.clearResourceTimings();
            await (await fetch(given[0])).text();
            await new Promise(later => setTimeout(later, 100));
            const entry = performance.getEntriesByType('resource').find(e => e.name.endsWith(given[0]));
            return entry.encodedBodySize < entry.decodedBodySize ? ['gzip'] : [];
            """,
            path);
  }

  /** How many wait for each processor; one on a machine that does nothing else. */
  private static double crowd() {
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    return Math.max(1, machine.getSystemLoadAverage() / machine.getAvailableProcessors());
  }

  private static double least(List<PageLoad> loads) {
    return loads.stream().mapToDouble(PageLoad::millis).min().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("org.feierabend.acceptance.Demo#english")
  void i_split_my_day_for_the_children_and_the_afternoon_is_open_again(String language) {
    try (Browser browser = demo.loggedIn("employee", language)) {
      Keyboard keys = new Keyboard(browser);
      keys.tabTo("nav a[href='#/employee/times']").press(Keys.ENTER);
      browser.see("#window-template");
      keys.tabTo("#window-template").press(Demo.in(language, "Schulz", "School"));
      keys.tabTo("#save-windows").press(Keys.ENTER);
      browser.read(
          Demo.in(language, "Gespeichert. Gilt ab sofort.", "Saved. In force from now on."));
      JsonNode windows = Tapped.json(browser.ask("/api/v1/me/windows")).path("windows");
      assertTrue(free(windows, "15:00"), windows.toString());
      assertFalse(free(windows, "09:00"), windows.toString());
      assertFalse(free(windows, "20:30"), windows.toString());
      double seconds = keys.pressed() * SECONDS_A_KEY + 4 * SECONDS_A_THOUGHT;
      assertTrue(seconds < 60, "%d keys take %.0f s".formatted(keys.pressed(), seconds));
      assertEquals(List.of(), browser.complaints());
    } finally {
      try (Browser browser = demo.loggedIn("employee", "de")) {
        browser.go("employee/times");
        browser.see("#reset-windows").click();
        browser.read("Gespeichert. Gilt ab sofort.");
      }
    }
  }

  /** Whether no window of a Monday holds this time. */
  private static boolean free(JsonNode windows, String time) {
    for (JsonNode w : windows)
      for (JsonNode day : w.path("days"))
        if (day.asText().equals("MON")
            && w.path("from").asText().compareTo(time) <= 0
            && w.path("to").asText().compareTo(time) > 0) return false;
    return true;
  }

  @Test
  void the_councils_pages_on_paper_say_all_they_hold_and_nothing_to_press() {
    try (Browser browser = demo.loggedIn("council", "de")) {
      browser.read("Veröffentlichungen");
      browser.settled();
      Paper figures = Paper.of(browser, "council-figures");
      assertTrue(figures.pages() > 1, "more than fits one sheet");
      assertTrue(count(figures, "KW \\d{1,2}/2\\d{3}") >= 52, "every week of the chart as a table");
      for (String label : List.of("Abmelden", "English", "Zum Inhalt springen"))
        assertFalse(figures.text().contains(label), label);
      browser.go("council/ledger");
      browser.settled();
      Paper ledger = Paper.of(browser, "council-ledger");
      assertTrue(
          count(ledger, "Schlüssel vernichtet") >= 52, "every row, not those in sight alone");
      assertFalse(ledger.text().contains("Kontobuch herunterladen"), "nothing to press");
    }
  }

  private static long count(Paper paper, String pattern) {
    return java.util.regex.Pattern.compile(pattern).matcher(paper.text()).results().count();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("org.feierabend.acceptance.Demo#inAFullRun")
  void the_server_restarts_underneath_a_page_and_the_page_goes_on(String run) {
    RunningInstance instance = demo.instance();
    try (Browser browser = demo.loggedIn("employee", "de")) {
      browser.see("fe-status .headline");
      long pid = instance.serverPid();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      Await.until("it to end", Browser.PATIENCE, () -> ProcessHandle.of(pid).isEmpty());
      browser.go("employee/telework");
      browser.read("Der Server antwortet nicht");
      Await.until("another server", Duration.ofSeconds(90), () -> instance.serverPid() != pid);
      instance.awaitReady();
      browser.see("fe-telework meter"); // without a click
      assertTrue(browser.all(".problem").isEmpty());
      browser.go("employee/today"); // and still logged in, also for what changes something
      Tapped.feierabend(browser, "de").close();
    }
  }
}
