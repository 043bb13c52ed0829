package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Help: from each page to the guide of its role and language, and the tour that starts there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(Demo.SHARED)
class TourTest {
  /** All of them in a full run. */
  static Stream<Arguments> logIns() {
    Stream<Arguments> all =
        Stream.of(
            Arguments.of("employee", "de"),
            Arguments.of("manager", "en"),
            Arguments.of("council", "de"),
            Arguments.of("hr", "en"),
            Arguments.of("employee", "en"),
            Arguments.of("manager", "de"),
            Arguments.of("council", "en"),
            Arguments.of("hr", "de"));
    return Boolean.getBoolean("feierabend.all") ? all : all.limit(2);
  }

  @ParameterizedTest
  @MethodSource("logIns")
  void leads_through_the_pages_of_a_role(String role, String language) {
    try (Browser browser = Demo.shared().loggedIn(role, language)) {
      browser.see("p.help a").click();
      browser.see("fe-guide article h2");
      assertEquals(List.of(), browser.violations());
      browser.see("#start-tour").click();
      int steps = 1;
      while (true) {
        browser.see("main .toured");
        browser.focused("tour-title");
        assertEquals(1, browser.all("main .toured").size(), "step " + steps);
        if (steps == 1 || !Demo.inAFullRun().isEmpty())
          assertEquals(List.of(), browser.violations(), "step " + steps);
        if (browser.all("#tour-next").isEmpty()) break;
        String before = browser.see("#tour-title").getText();
        browser.press(browser.see("#tour-next"), Keys.ENTER);
        Await.until(
            "the next step",
            java.time.Duration.ofSeconds(20),
            () -> !browser.see("#tour-title").getText().equals(before));
        steps++;
      }
      assertTrue(steps >= 5, steps + " steps");
      browser.press(browser.see("#tour-end"), Keys.ESCAPE);
      assertTrue(browser.all(".tour, .toured").isEmpty());
      assertTrue(!browser.text().contains("⟨"), "a text is missing");
      assertEquals(List.of(), browser.complaints());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "en"})
  void the_rule_book_has_help_of_its_own(String language) {
    try (Browser browser = Demo.shared().loggedIn("employee", language)) {
      browser.see("nav a[href='#/rules']").click();
      browser.see("fe-rules h3");
      browser.see("p.help a").click();
      browser.see("nav.sections a[href='#/help/rules'][aria-current=page]");
      browser.read(Demo.in(language, "eine Regel lesen", "reading a rule"));
      assertTrue(browser.all("#start-tour").isEmpty(), "there is no tour of it");
      assertEquals(List.of(), browser.complaints());
    }
  }

  @ParameterizedTest
  @MethodSource("logIns")
  void sees_that_an_exercise_was_done(String role, String language) {
    if (!role.equals("employee") || !language.equals("de")) return;
    try (Browser browser = Demo.shared().loggedIn(role, language)) {
      browser.see("p.help a").click();
      browser.see("#start-tour").click();
      browser.see("#tour-next").click();
      browser.see("fe-my-day.toured #tap-feierabend").click();
      browser.read("Das hat geklappt.");
      browser.see("#work-goes-on").click();
      browser.read("Ihr Arbeitstag geht weiter.");
    }
  }
}
