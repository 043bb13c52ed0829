package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Two windows on the same draft: nobody's change is lost, and whoever is slower is told. */
class ConflictTest {
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
      draft(one, before).findElement(By.cssSelector(".actions button[type=button]")).click();
      one.read("Discarded.");
      assertEquals(before, drafts(one));
    }
  }

  private static int drafts(Browser browser) {
    browser.see("#new-draft");
    return browser.all("article[data-draft]").size();
  }

  private static WebElement draft(Browser browser, int index) {
    return browser.all("article[data-draft]").get(index);
  }

  private static void write(Browser browser, int index, String line) {
    WebElement area = draft(browser, index).findElement(By.cssSelector("textarea"));
    area.sendKeys(Keys.chord(Keys.CONTROL, Keys.END));
    area.sendKeys(line);
    draft(browser, index)
        .findElement(By.cssSelector("form > .actions button:not([type=button])"))
        .click();
  }

  private static String text(Browser browser, int index) {
    return draft(browser, index).findElement(By.cssSelector("textarea")).getDomProperty("value");
  }
}
