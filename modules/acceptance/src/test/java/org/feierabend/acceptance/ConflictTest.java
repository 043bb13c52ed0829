package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** Two windows on the same thing: nobody's change is lost, and whoever is slower is told. */
@ResourceLock(Demo.SHARED)
class ConflictTest {
  private static final String SAVED = "Saved. In force from now on.";

  private final Demo demo = Demo.shared();

  @Test
  void who_saves_second_is_told_keeps_the_own_change_and_chooses() {
    try (Browser one = demo.loggedIn("hr", "en");
        Browser other = demo.loggedIn("hr", "en")) {
      one.go("hr/policy");
      int before = drafts(one);
      one.see("#new-draft").click();
      Await.until("a draft", Browser.PATIENCE, () -> drafts(one) == before + 1);
      other.go("hr/policy");
      Await.until("the draft", Browser.PATIENCE, () -> drafts(other) == before + 1);
      write(one, before, "# first\n");
      one.read("Saved.");
      write(other, before, "# second\n");
      other.read("Somebody was faster");
      String told = other.see(".conflict").getText();
      assertTrue(told.contains("- # first") && told.contains("+ # second"), told);
      assertTrue(text(other, before).endsWith("# second\n"), "one's own change still stands there");
      other.see(".conflict .mine").click();
      other.read("Saved.");
      assertTrue(other.all(".conflict").isEmpty());
      write(one, before, "# third\n");
      one.read("Somebody was faster");
      one.see(".conflict .theirs").click();
      Await.until("what is kept", Browser.PATIENCE, () -> text(one, before).endsWith("# second\n"));
      assertFalse(text(one, before).contains("# first"));
      draft(one, before).findElement(By.cssSelector("button.drop")).click();
      one.read("Discarded.");
      assertEquals(before, drafts(one));
    }
  }

  @Test
  void a_week_saved_elsewhere_is_told_in_hours_and_either_can_be_kept() {
    try (Browser one = demo.loggedIn("employee", "en");
        Browser other = demo.loggedIn("employee", "en")) {
      try {
        one.go("employee/times");
        choose(one, "mornings");
        other.go("employee/times");
        choose(other, "afternoons");
        one.see("#save-windows").click();
        one.read(SAVED);
        other.see("#save-windows").click();
        other.read("Somebody was faster");
        String told = other.see("fe-windows-editor .conflict").getText();
        assertTrue(told.contains("- Mon, Tue, Wed, Thu and Fri 08:00–12:00"), told);
        assertTrue(told.contains("+ Mon, Tue, Wed, Thu and Fri 13:00–17:00"), told);
        assertEquals("08:00", first(other), "nothing is overwritten");
        other.see("fe-windows-editor .conflict .mine").click();
        other.read(SAVED);
        assertTrue(other.all(".conflict").isEmpty());
        assertEquals("13:00", first(other));
        choose(one, "three");
        one.see("#save-windows").click();
        one.read("Somebody was faster");
        one.see("fe-windows-editor .conflict .theirs").click();
        Await.until(
            "what is kept",
            Browser.PATIENCE,
            () -> one.see(".block").getDomAttribute("aria-label").endsWith("13:00 to 17:00"));
        assertTrue(one.all(".conflict").isEmpty());
      } finally {
        standard(one);
      }
    }
  }

  @Test
  void what_found_no_server_is_repeated_with_what_was_chosen() {
    try (Browser browser = demo.loggedIn("employee", "en")) {
      try {
        browser.go("employee/times");
        choose(browser, "mornings");
        network(browser, false);
        browser.see("#save-windows").click();
        browser.read("The server does not answer");
        network(browser, true);
        browser.see("fe-windows-editor .problem button").click();
        browser.read(SAVED);
        assertEquals("08:00", first(browser));
      } finally {
        network(browser, true);
        standard(browser);
      }
    }
  }

  private static void network(Browser browser, boolean there) {
    browser.protocol("Network.enable", Map.of());
    browser.protocol(
        "Network.emulateNetworkConditions",
        Map.of("offline", !there, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** The windows of the agreement again. */
  private static void standard(Browser browser) {
    browser.reload();
    browser.see("#reset-windows").click();
    browser.read(SAVED);
  }

  @Test
  void times_saved_elsewhere_are_told_and_another_part_of_mine_is_in_nobodys_way() {
    try (Browser one = demo.loggedIn("employee", "en");
        Browser other = demo.loggedIn("employee", "en")) {
      try {
        one.go("employee/times");
        one.see("#add-focus").click();
        other.go("employee/times");
        choose(other, "mornings");
        one.see("#save-times").click();
        one.read(SAVED);
        other.see("#save-windows").click(); // another part of the same person's times
        other.read(SAVED);
        assertTrue(other.all(".conflict").isEmpty());
        other.reload();
        other.see("fe-times-editor fieldset select");
        one.see("#add-focus").click();
        one.see("#save-times").click();
        Await.until("two blocks kept", Browser.PATIENCE, () -> focus(one) == 2);
        other.see("fe-times-editor fieldset input[type=time]");
        other.see("#add-focus").click();
        other.see("#add-focus").click();
        other.see("#save-times").click();
        other.read("Somebody was faster");
        String told = other.see("fe-times-editor .conflict").getText();
        assertTrue(told.contains("+ Protected work: Tue 09:00–11:00"), told);
        other.see("fe-times-editor .conflict .mine").click();
        Await.until("mine to be kept", Browser.PATIENCE, () -> focus(other) == 3);
      } finally {
        one.reload();
        one.see("#reset-windows").click();
        one.read(SAVED);
        one.see("#save-times");
        while (!one.all("fe-times-editor fieldset select").isEmpty())
          one.see("fe-times-editor fieldset:has(select) button.quiet").click();
        one.see("#save-times").click();
        Await.until("no block", Browser.PATIENCE, () -> focus(one) == 0);
      }
    }
  }

  private static void choose(Browser browser, String template) {
    new Select(browser.see("#window-template")).selectByValue(template);
  }

  /** Where the first window that is kept begins. */
  private static String first(Browser browser) {
    return Tapped.json(browser.ask("/api/v1/me/windows"))
        .path("windows")
        .path(0)
        .path("from")
        .asText();
  }

  /** How many protected blocks are kept. */
  private static int focus(Browser browser) {
    return Tapped.json(browser.ask("/api/v1/me/times")).path("focus").size();
  }

  private static int drafts(Browser browser) {
    browser.see("#new-draft");
    return browser.all("article[data-draft]").size();
  }

  private static WebElement draft(Browser browser, int index) {
    return browser.all("article[data-draft]").get(index);
  }

  private static void write(Browser browser, int index, String line) {
    WebElement area = area(browser, index);
    area.sendKeys(Keys.chord(Keys.CONTROL, Keys.END));
    area.sendKeys(line);
    draft(browser, index).findElement(By.cssSelector("button.keep")).click();
  }

  private static String text(Browser browser, int index) {
    return area(browser, index).getDomProperty("value");
  }

  private static WebElement area(Browser browser, int index) {
    By area = By.cssSelector("textarea");
    Await.until(
        "the draft to be read",
        Browser.PATIENCE,
        () -> !draft(browser, index).findElements(area).isEmpty());
    return draft(browser, index).findElement(area);
  }
}
