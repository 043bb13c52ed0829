package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openqa.selenium.WebElement;

/**
 * Both sides of an agreement, each in a browser of its own with a key made there: HR drafts and
 * proposes, the works council reads, tries, signs or rejects.
 */
@ResourceLock(Demo.SHARED)
class BothSidesSignTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("MMddyyyy");
  private static final String PASSWORD = "acceptance-of-both-sides";
  private static final String PASSPHRASE = "a key of its own";
  private final Demo demo = Demo.shared();

  @TempDir Path folder;

  @Test
  void an_edition_holds_once_both_have_signed_and_another_is_rejected_with_a_reason()
      throws Exception {
    employer();
    try (Browser hr = demo.loggedIn("sides-hr", PASSWORD, "de");
        Browser council = demo.loggedIn("sides-council", PASSWORD, "en")) {
      hr.go("hr/policy");
      council.go("council/signing");
      pinned(hr, "hr");
      pinned(council, "council");
      String first = proposed(hr, TODAY, "18:00");
      told(council, first);
      council.read("The default window on Mondays to Fridays ends at 18:00 instead of 19:00.");
      see(council, first, " .changes h4 + ul ~ h4 + ul"); // decisions follow
      see(council, first, " button.scenarios").click();
      assertTrue(
          see(council, first, " .tried").getText().matches("\\d+ of \\d+ examples .*"),
          council.text());
      passphrase(council, first, "form.approve");
      see(council, first, "[data-state=in-force]");
      attached(council, first);
      hr.reload();
      see(hr, first, "[data-state=in-force]");
      hr.read("Beschluss 20-26 / B 118");

      see(hr, first, " button[aria-expanded]").click();
      see(hr, first, " .changes");
      String second = proposed(hr, TODAY.plusDays(1), "17:00");
      council.reload();
      see(council, second, "[data-state=proposed] button[aria-expanded]").click();
      council.read("ends at 17:00 instead of 18:00.");
      see(council, second, " details:has(form.reject) > summary").click();
      see(council, second, " form.reject input[name=reason]").sendKeys("Days are short enough");
      passphrase(council, second, "form.reject");
      see(council, second, "[data-state=rejected]");
      hr.reload();
      see(hr, second, "[data-state=rejected]");
      hr.read("Days are short enough");
      see(hr, first, "[data-state=in-force]");
      for (Browser b : List.of(hr, council)) assertEquals(List.of(), b.complaints());
    }
  }

  /** On the council's first page something waits, and a link leads to what is signed, opened. */
  private static void told(Browser council, String edition) {
    council.go("council/figures");
    assertTrue(council.see(".waits").getText().contains("Edition 1 of the service agreement"));
    council.see("nav a[href='#/council/signing'] .count");
    council.see(".waits a[href='#/council/signing/" + edition + "']").click();
    see(council, edition, "[data-state=proposed] form.approve");
    council.focused(edition);
    assertTrue(see(council, edition, " .whole").isDisplayed());
  }

  /** A live employer that has agreed on nothing yet. */
  private void employer() {
    Http operator = demo.instance().operator();
    operator.post(
        "/api/v1/employers",
        """
        {"id":"sides","name":"Sides","zone":"Europe/Berlin","municipality":"09564000","policy":"p0",
         "units":[{"id":"office","name":{"de":"Amt","en":"Office"},"parent":null}],
         "people":[{"id":"sides-1","unit":"office"}]}""");
    for (String side : List.of("hr", "council"))
      operator.post(
          "/api/v1/accounts",
          "{\"user\":\"sides-%s\",\"password\":\"%s\",\"roles\":[\"%s\"],\"employer\":\"sides\"}"
              .formatted(side, PASSWORD, side));
  }

  /** Makes a key in the browser; the operator pins its public half. */
  private void pinned(Browser browser, String side) throws SQLException {
    browser.see("fe-signing-key details > summary").click();
    for (String field : List.of("one", "two"))
      browser.see("fe-signing-key input[name=" + field + "]").sendKeys(PASSPHRASE);
    browser.see("fe-signing-key form button").click();
    browser.read(side.equals("hr") ? "Schlüssel" : "key");
    demo.instance()
        .operator()
        .post(
            "/api/v1/signatures/keys/pins",
            "{\"employer\":\"sides\",\"side\":\"%s\",\"key\":\"%s\"}".formatted(side, key(side)));
    browser.reload();
  }

  private String key(String side) throws SQLException {
    String[] key = {""};
    Await.until(
        "the key of " + side, Duration.ofSeconds(30), () -> !(key[0] = kept(side)).isEmpty());
    return key[0];
  }

  private String kept(String side) throws SQLException {
    try (Connection c = demo.instance().database();
        PreparedStatement s =
            c.prepareStatement(
                "SELECT public FROM browser_key WHERE employer = 'sides' AND side = ?")) {
      s.setString(1, side.toUpperCase(Locale.ROOT));
      ResultSet row = s.executeQuery();
      return row.next() ? row.getString(1) : "";
    }
  }

  /** HR begins a draft, changes it and proposes it under its key. */
  private String proposed(Browser hr, LocalDate from, String until) {
    int before = hr.all("fe-policies article[data-draft]").size();
    hr.see("#new-draft").click();
    Await.until(
        "a draft",
        Duration.ofSeconds(30),
        () -> hr.all("fe-policies article[data-draft]").size() == before + 1);
    String draft =
        "fe-policies article[data-draft='%s']"
            .formatted(
                hr.all("fe-policies article[data-draft]")
                    .get(before)
                    .getDomAttribute("data-draft"));
    WebElement text = hr.see(draft + " textarea[name=text]");
    String changed =
        text.getDomProperty("value")
            .replaceAll("(?m)^from: .*", "from: " + from)
            .replaceAll("\"07:00-[0-9:]+\"", "\"07:00-%s\"".formatted(until));
    text.clear();
    text.sendKeys(changed);
    hr.see(draft + " button.keep").click();
    hr.read("Gespeichert");
    List<String> known = editions(hr);
    hr.see(draft + " form.propose input[name=passphrase]").sendKeys(PASSPHRASE);
    hr.see(draft + " form.propose button.primary").click();
    hr.see("fe-policies article[data-state=proposed]");
    List<String> now = editions(hr);
    now.removeAll(known);
    assertEquals(1, now.size(), hr.text());
    return now.get(0);
  }

  private static List<String> editions(Browser browser) {
    return new ArrayList<>(
        browser.all("fe-policies article[data-edition]").stream()
            .map(a -> a.getDomAttribute("data-edition"))
            .toList());
  }

  /** The agreement on paper by its hash, with day and number of the council's resolution. */
  private void attached(Browser council, String edition) throws IOException {
    Path paper = Files.writeString(folder.resolve("agreement.pdf"), "%PDF-1.7 signed in ink");
    see(council, edition, " details:has(form.attach) > summary").click();
    see(council, edition, " form.attach input[name=file]").sendKeys(paper.toString());
    see(council, edition, " form.attach input[name=resolved]").sendKeys(TODAY.format(TYPED));
    see(council, edition, " form.attach input[name=number]").sendKeys("20-26 / B 118");
    passphrase(council, edition, "form.attach");
    council.read("Resolution 20-26 / B 118");
  }

  private static void passphrase(Browser browser, String edition, String form) {
    see(browser, edition, " " + form + " input[name=passphrase]").sendKeys(PASSPHRASE);
    see(browser, edition, " " + form + " button.primary").click();
  }

  private static WebElement see(Browser browser, String edition, String within) {
    return browser.see(article(edition) + within);
  }

  private static String article(String edition) {
    return "fe-policies article[data-edition='%s']".formatted(edition);
  }
}
