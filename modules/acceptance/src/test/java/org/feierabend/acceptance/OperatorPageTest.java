package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whoever operates the system hands a rule book in, in the browser. */
@ResourceLock(RunningInstance.SHARED)
class OperatorPageTest {
  private static final String PASSWORD = "acceptance-of-the-operator";
  private static final int WIDTH = 1100;
  private static final Duration PROVED = Duration.ofMinutes(2);

  private static final String REFUSED = "(?s).*" + RulePack.CHANGED + ":[1-9]\\d*: expected .*";
  private static final String BUTTON = "fe-rule-books article .actions button";

  @TempDir Path folder;

  @Test
  void a_rule_book_is_handed_in_and_refused_with_its_line_or_proposed_with_what_it_changes()
      throws Exception {
    RunningInstance instance = RunningInstance.shared();
    instance
        .operator()
        .post(
            "/api/v1/accounts",
            "{\"user\":\"op\",\"password\":\"%s\",\"roles\":[\"operator\"]}".formatted(PASSWORD));
    Path wrong = folder.resolve("wrong.zip");
    Files.write(wrong, RulePack.of(drl -> drl.replaceFirst("findings\\.", "System.")));
    Path good = Files.write(folder.resolve("good.zip"), RulePack.reworded("Im Browser: "));
    try (Browser browser = Browser.open(instance.http(), "en", WIDTH)) {
      browser.logIn("op", PASSWORD);
      browser.go("operator/books");
      handIn(browser, wrong);
      Await.until("the refusal with file and line", PROVED, () -> browser.text().matches(REFUSED));
      handIn(browser, good);
      browser.read("2030"); // a day of another year is told with it
      Await.until("the proposal", PROVED, () -> !browser.all(BUTTON).isEmpty());
      browser.see(BUTTON).click();
      browser.read("The file reachability/outside-window.drl reads differently.");
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
}
