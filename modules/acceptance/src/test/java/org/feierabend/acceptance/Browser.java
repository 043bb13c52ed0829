package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium, driven as a person would: what one sees, types and clicks. */
final class Browser implements AutoCloseable {
  private static final int TABLET = 600; // pixels
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ChromeDriver driver;
  private final String address;

  private Browser(ChromeDriver driver, String address) {
    this.driver = driver;
    this.address = address;
  }

  /**
   * @param language the browser's own, {@code de} or {@code en}
   * @param width of the window in CSS pixels
   */
  static Browser open(String address, String language, int width) {
    return open(address, language, width, "en_US"); // one way to type a date
  }

  /** Whose own words, as in fields for dates and times, are of the language too where it has it. */
  static Browser ofItsLanguage(String address, String language) {
    return open(address, language, 1100, language.equals("de") ? "de" : "en_GB");
  }

  private static Browser open(String address, String language, int width, String own) {
    String missing = System.getProperty("feierabend.skip.browser", "");
    assumeTrue(missing.isEmpty(), "no browser to test with: " + missing);
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=" + language,
        "--accept-lang=" + language,
        "--window-size=%d,1400".formatted(width));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .usingAnyFreePort()
            .withEnvironment(Map.of("LANGUAGE", own))
            .build();
    Browser browser = new Browser(new ChromeDriver(service, options), address);
    browser.protocol("Emulation.setTimezoneOverride", Map.of("timezoneId", "Europe/Berlin"));
    browser.driver.get(address);
    return browser;
  }

  void logIn(String user, String password) {
    see("input[name=user]").sendKeys(user);
    see("input[name=password]").sendKeys(password);
    see("form button[type=submit]").click();
  }

  /**
   * Waits until the first element of a CSS selector is shown, and can be pressed where it is a
   * button: one that is out of use swallows a click.
   */
  WebElement see(String selector) {
    return new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> selector + " is not to be seen in:\n" + text())
        .until(
            d -> {
              List<WebElement> found = d.findElements(By.cssSelector(selector));
              return found.isEmpty() || !found.get(0).isDisplayed() || !found.get(0).isEnabled()
                  ? null
                  : found.get(0);
            });
  }

  /** Waits until the page holds a text. */
  void read(String expected) {
    new WebDriverWait(driver, PATIENCE)
        .withMessage(() -> "'" + expected + "' is not to be read in:\n" + text())
        .until(d -> text().contains(expected));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  String language() {
    return driver.findElement(By.tagName("html")).getDomAttribute("lang");
  }

  void reload() {
    driver.navigate().refresh();
  }

  /** Keys for whatever has the focus. */
  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** A script that promises what it returns. */
  Object promised(String script, Object... arguments) {
    return driver.executeAsyncScript(
        "const done = arguments[arguments.length - 1];"
            + "(async (...given) => {%s})(...arguments).then(done, e => done('' + e))"
                .formatted(script),
        arguments);
  }

  /** A command of the DevTools protocol. */
  Map<String, Object> protocol(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  /** What this log-in is answered at a path: status, line break, body. */
  String ask(String path) {
    return (String)
        promised(
            "const answer = await fetch(given[0], {headers: {'Accept-Language': document.documentElement.lang}});"
                + "return answer.status + '\\n' + await answer.text();",
            path);
  }

  /** Follows a link of the navigation, such as {@code council/ledger}. */
  void go(String place) {
    WebElement link = see("nav a[href='#/" + place + "']");
    // on a narrow page the line of sections scrolls sideways
    driver.executeScript("arguments[0].scrollIntoView({block: 'nearest', inline: 'center'})", link);
    link.click();
    see("nav.sections a[href='#/" + place + "'][aria-current=page]");
  }

  /**
   * Takes hold of an element in its middle, by mouse or finger, and lets go that many pixels away.
   */
  void drag(WebElement element, PointerInput.Kind by, int right, int down) {
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    PointerInput pointer = new PointerInput(by, by.name());
    PointerInput.Origin on = PointerInput.Origin.pointer(); // the element itself goes along
    Sequence moves = new Sequence(pointer, 0);
    moves.addAction(
        pointer.createPointerMove(Duration.ZERO, PointerInput.Origin.fromElement(element), 0, 0));
    moves.addAction(pointer.createPointerDown(PointerInput.MouseButton.LEFT.asArg()));
    for (int half = 0; half < 2; half++)
      moves.addAction(pointer.createPointerMove(Duration.ofMillis(50), on, right / 2, down / 2));
    moves.addAction(pointer.createPointerUp(PointerInput.MouseButton.LEFT.asArg()));
    driver.perform(List.of(moves));
  }

  /** Types at an element that is no field. */
  void press(WebElement element, CharSequence... keys) {
    driver.executeScript("arguments[0].focus()", element);
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** What has the focus is of this id. */
  void focused(String id) {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> "the focus is not at " + id)
        .until(d -> id.equals(driver.switchTo().activeElement().getDomAttribute("id")));
  }

  /** What the page complained about: script errors, refused styles, missing files. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(e -> e.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .filter(m -> !m.contains("/api/v1/session")) // asking who is logged in, and nobody is
        .toList();
  }

  /** Where the navigation of this role leads, such as {@code council/ledger}. */
  List<String> places() {
    see("nav.sections a");
    return all("nav.sections a").stream()
        .map(a -> a.getDomAttribute("href").substring("#/".length()))
        .toList();
  }

  /**
   * @param theme light or dark
   * @param width in CSS pixels
   */
  void shownAs(String theme, int width) {
    protocol(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    protocol(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", width < TABLET));
    protocol("Emulation.setScrollbarsHidden", Map.of("hidden", true));
  }

  /** Waits until nothing one can see says any more that it loads. */
  void settled() {
    new WebDriverWait(driver, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> "still loading:\n" + text())
        .until(d -> all(".loading").stream().noneMatch(WebElement::isDisplayed));
  }

  String theme() {
    return (String)
        driver.executeScript(
            "return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'");
  }

  /** Whether the page is wider than the window. */
  boolean wider() {
    return (Boolean)
        driver.executeScript("return document.documentElement.scrollWidth > window.innerWidth");
  }

  /** What axe finds against WCAG 2.2 AA and good practice. */
  List<?> violations() {
    return Axe.violations(this);
  }

  /** State of a service worker this browser took from us. */
  String worker(String script) {
    return (String)
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + "navigator.serviceWorker.getRegistration(arguments[0])"
                + ".then(r => done(r?.active?.state ?? 'none'))",
            script);
  }

  /** Of what the window shows; kept in {@code target/screens}. */
  byte[] picture(String name) {
    return Screens.keep(name, driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
