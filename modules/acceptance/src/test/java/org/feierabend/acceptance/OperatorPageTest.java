package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** Whoever operates the system hands a rule book in, in the browser. */
class OperatorPageTest {
  private static final String PASSWORD = "acceptance-of-the-operator";
  private static final Duration PROVED = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void a_rule_book_is_handed_in_and_refused_with_its_line_or_proposed_with_what_it_changes()
      throws Exception {
    Demo demo = Demo.shared();
    demo.instance()
        .operator()
        .post(
            "/api/v1/accounts",
            "{\"user\":\"op\",\"password\":\"%s\",\"roles\":[\"operator\"]}".formatted(PASSWORD));
    Path wrong = folder.resolve("wrong.zip");
    Files.write(wrong, RulePack.of(drl -> drl.replaceFirst("findings\\.", "System.")));
    Path good = Files.write(folder.resolve("good.zip"), RulePack.reworded("Im Browser: "));
    try (Browser browser = demo.loggedIn("op", PASSWORD, "en")) {
      browser.go("operator/books");
      handIn(browser, wrong);
      String place = proved(browser, "article[data-proof=refused] li code").getText();
      assertTrue(place.matches(RulePack.CHANGED + ":[1-9]\\d*:"), place);
      handIn(browser, good);
      proved(browser, "article .actions button");
      browser.see("fe-rule-books article .actions button").click();
      browser.read("Im Browser: ");
      assertEquals(List.of(), browser.complaints());
    }
  }

  private static void handIn(Browser browser, Path zip) {
    browser.see("fe-rule-books input[name=file]").sendKeys(zip.toString());
    browser.script(
        "arguments[0].value = '2030-01-01T00:00'", browser.see("fe-rule-books input[name=from]"));
    browser.see("fe-rule-books form button").click();
    browser.read("Taken; it is being proved.");
  }

  private static WebElement proved(Browser browser, String selector) {
    Await.until(
        "the proof to end", PROVED, () -> !browser.all("fe-rule-books " + selector).isEmpty());
    return browser.see("fe-rule-books " + selector);
  }
}
