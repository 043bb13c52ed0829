package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What the personnel office and the works council can say after the first hour, in a browser. */
@ResourceLock(Demo.SHARED)
class HouseFirstHourTest {
  private static final int TOLD = 30;

  private final Demo demo = Demo.shared();

  @ParameterizedTest
  @MethodSource("org.feierabend.acceptance.Demo#german")
  void
      i_wrote_9_h_rest_it_was_refused_with_the_article_my_legal_proposal_shows_in_sentences_what_changes(
          String language) {
    try (Browser browser = demo.loggedIn("hr", language)) {
      browser.go("hr/policy");
      WebElement draft = newDraft(browser);
      write(draft, "daily-rest: PT9H\n");
      Await.until(
          "the refusal with its article",
          Browser.PATIENCE,
          () -> draft.getText().contains("ArbZG § 5 Abs. 1"));
      assertFalse(draft.findElements(By.cssSelector("ul.problem li")).isEmpty());
      assertTrue(
          draft.findElements(By.cssSelector("form.propose")).stream()
              .noneMatch(WebElement::isDisplayed),
          "not to be proposed");
      mendedInTheForm(browser, draft, language);
      Await.until(
          "what was written to be whole",
          Browser.PATIENCE,
          () ->
              draft.getText().contains(Demo.in(language, "nirgends schwächer", "nowhere weaker")));
      WebElement compare = draft.findElement(By.cssSelector("button.compare"));
      Await.until("the draft to be read", Browser.PATIENCE, compare::isEnabled);
      compare.click();
      browser.read(Demo.in(language, "Das ändert sich", "This changes"));
      String goal = Demo.in(language, "Tägliche Ruhezeit", "Daily rest");
      Await.until(
          "the change in a sentence",
          Browser.PATIENCE,
          () ->
              draft.findElements(By.cssSelector("[role=status]")).stream()
                  .map(WebElement::getText)
                  .anyMatch(changes -> changes.contains(goal) && changes.contains("12")));
      draft.findElement(By.cssSelector("button.drop")).click();
      browser.read(Demo.in(language, "Verworfen.", "Discarded."));
      assertEquals(List.of(), browser.complaints());
    }
  }

  /** Of the edition that is in force. */
  private static WebElement newDraft(Browser browser) {
    browser.see("article[data-state=in-force] .actions button").click();
    browser.see("article[data-state=in-force] .changes");
    int before = browser.all("article[data-draft]").size();
    browser.see("#new-draft").click();
    Await.until(
        "a draft", Browser.PATIENCE, () -> browser.all("article[data-draft]").size() == before + 1);
    return browser.all("article[data-draft]").get(before);
  }

  /** The form stands first and its text beside it, or folded below it; each follows the other. */
  private static void mendedInTheForm(Browser browser, WebElement draft, String language) {
    WebElement key = draft.findElement(By.cssSelector("[data-key=daily-rest]"));
    assertTrue(key.getText().contains("ArbZG § 5 Abs. 1"), "beside its field: " + key.getText());
    WebElement field = key.findElement(By.cssSelector("input"));
    assertEquals(
        Demo.in(language, "9 Stunden", "9 hours"),
        field.getDomProperty("value"),
        "the form follows the text, in words");
    field.clear();
    field.sendKeys("12 h", Keys.TAB);
    WebElement text = text(draft);
    Await.until(
        "the text to follow the form",
        Browser.PATIENCE,
        () -> text.getDomProperty("value").contains("\ndaily-rest: PT12H\n"));
    assertTrue(key.getRect().getX() + key.getRect().getWidth() <= text.getRect().getX());
    browser.shownAs("light", 390);
    Await.until("the text to be folded", Browser.PATIENCE, () -> !text.isDisplayed());
    browser.shownAs("light", 1100);
    Await.until("the text to be beside", Browser.PATIENCE, text::isDisplayed);
    draft.findElement(By.cssSelector("button.keep")).click();
    Await.until(
        "it to be kept, and the page to show what is",
        Browser.PATIENCE,
        () ->
            draft.findElements(By.cssSelector("fe-policy-draft[touched]")).isEmpty()
                && draft.findElements(By.xpath("ancestor::section[@aria-busy='true']")).isEmpty());
  }

  private static WebElement text(WebElement draft) {
    By text = By.cssSelector("textarea");
    Await.until(
        "the draft to be read", Browser.PATIENCE, () -> !draft.findElements(text).isEmpty());
    return draft.findElement(text);
  }

  /** At the end of the document, and keeps it. */
  private static void write(WebElement draft, CharSequence... keys) {
    WebElement text = text(draft);
    text.sendKeys(Keys.chord(Keys.CONTROL, Keys.END));
    text.sendKeys(keys);
    draft.findElement(By.cssSelector("button.keep")).click();
  }

  @ParameterizedTest
  @MethodSource("org.feierabend.acceptance.Demo#german")
  void i_verified_the_ledger_on_my_own_machine_without_the_network(String language)
      throws IOException {
    Path folder =
        Files.createDirectories(Path.of("target", "downloads-" + language)).toAbsolutePath();
    Path ledger = folder.resolve("ledger.jsonl");
    Path own = folder.resolve("ledger.pub");
    Path head = folder.resolve("ledger-head");
    for (Path old : List.of(ledger, own, head)) Files.deleteIfExists(old);
    try (Browser browser = demo.loggedIn("council", language)) {
      browser.protocol(
          "Browser.setDownloadBehavior",
          Map.of("behavior", "allow", "downloadPath", folder.toString()));
      browser.go("council/ledger");
      browser.see("a[download='ledger.jsonl']").click();
      Await.until("the ledger to be downloaded", Browser.PATIENCE, () -> Files.exists(ledger));
      browser.see("a[download='ledger.pub']").click();
      Await.until("the key to be downloaded", Browser.PATIENCE, () -> Files.exists(own));
      browser.see("a[download='ledger-head']").click();
      Await.until("the head to be downloaded", Browser.PATIENCE, () -> Files.exists(head));
      String shown = browser.see("fe-ledger-head dl").getText().replace(" ", "");
      assertTrue(
          shown.contains(Tapped.json("200\n" + Files.readString(head)).path("hash").asText()),
          shown);
    }
    // what the council noted at the start, over another way than the page
    Path key = demo.instance().var().resolve("keys/ledger.pub");
    assertEquals(Files.readString(key), Files.readString(own));
    List<String> alone = new ArrayList<>(withoutNetwork());
    alone.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-jar",
            LedgerMutationTest.jar().toString(),
            "verify",
            "ledger.jsonl",
            "--key",
            "ledger.pub",
            "--head",
            "ledger-head"));
    Shell.Ended ended = Shell.run(new ProcessBuilder(alone).directory(folder.toFile()));
    assertEquals(0, ended.status(), ended.output());
    long rows = Files.lines(ledger).count();
    assertTrue(ended.output().replaceAll("[.,](?=\\d{3})", "").contains("" + rows), ended.output());
  }

  /** A namespace with no network at all, where the kernel lets us have one. */
  private static List<String> withoutNetwork() {
    List<String> unshare = List.of("unshare", "--net", "--map-root-user");
    try {
      ProcessBuilder tried = new ProcessBuilder("unshare", "--net", "--map-root-user", "true");
      return Shell.run(tried).status() == 0 ? unshare : List.of();
    } catch (java.io.UncheckedIOException noUnshare) {
      return List.of();
    }
  }

  @ParameterizedTest
  @MethodSource("org.feierabend.acceptance.Demo#german")
  void i_tried_to_find_one_named_persons_figure_on_every_page_and_could_not(String language) {
    String person = person();
    try (Browser browser = demo.loggedIn("council", language)) {
      TreeSet<String> asked = new TreeSet<>();
      for (String place : browser.places()) {
        browser.go(place);
        browser.settled();
        browser.script("document.querySelectorAll('main details').forEach(d => d.open = true)");
        browser.settled();
        String page = (String) browser.script("return document.querySelector('main').outerHTML");
        assertFalse(page.contains(person), person + " stands on " + place);
      }
      for (Object path :
          (List<?>)
              browser.script(
                  "return performance.getEntriesByType('resource').map(e => new URL(e.name))"
                      + ".filter(u => u.pathname.startsWith('/api/')).map(u => u.pathname + u.search)"))
        asked.add((String) path);
      for (String path : asked) assertFalse(browser.ask(path).contains(person), path);
      for (String path :
          List.of(
              "/api/v1/people?q=" + person,
              "/api/v1/figures?unit=" + person,
              "/api/v1/figures?person=" + person,
              "/api/v1/telework/people/" + person,
              "/api/v1/me/status",
              "/api/v1/me/data",
              "/scim/v2/Users/" + person)) {
        String answer = browser.ask(path);
        assertTrue(answer.matches("(?s)(400|403|404)\\n.*"), path + ": " + answer);
      }
      browser.go("council/figures");
      String why = browser.see("#why-nobody").getText();
      assertEquals(2, why.split("(?<=[.!?])\\s+").length, "two sentences: " + why);
      assertTrue(why.length() > TOLD && why.endsWith("."), why);
    }
  }

  /** The demo's employee: somebody with messages, meetings and telework. */
  private String person() {
    try (Browser browser = demo.loggedIn("employee", "de")) {
      return Tapped.json(browser.ask("/api/v1/me/settings")).path("id").asText();
    }
  }
}
