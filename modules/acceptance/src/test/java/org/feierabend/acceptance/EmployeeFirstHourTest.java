package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What an employee can say after the first hour, in a browser. */
@ResourceLock(Demo.SHARED)
class EmployeeFirstHourTest {
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final String SECRET = "Haushaltsentwurf vertraulich";

  private final Demo demo = Demo.shared();

  @ParameterizedTest
  @MethodSource("org.feierabend.acceptance.Demo#german")
  void i_see_when_i_am_next_reachable_and_why(String language) {
    try (Tapped me = Tapped.feierabend(demo, language)) {
      Browser browser = me.browser();
      browser.reload(); // from here on without a click
      String line = browser.see("fe-status strong").getText();
      JsonNode status = me.status();
      OffsetDateTime next = OffsetDateTime.parse(status.path("reachable_from").asText());
      assertTrue(next.toInstant().isAfter(Instant.now()), status.toString());
      assertTrue(line.startsWith(Demo.in(language, "Wieder erreichbar: ", "Reachable again: ")));
      assertTrue(line.contains(" " + next.getDayOfMonth()), line);
      assertTrue(line.endsWith(next.format(CLOCK)), line);
      String why = browser.see("fe-status .reasons").getText();
      assertFalse(status.path("reasons").isEmpty());
      for (JsonNode reason : status.path("reasons")) {
        assertTrue(why.contains(reason.path("sentence").path(language).asText()), why);
        String basis = reason.path("basis").asText();
        assertTrue(basis.startsWith("Dienst") || why.contains(basis), why);
        boolean law = reason.path("rests_on").asText().equals("law");
        assertTrue(why.contains(law ? onLaw(language) : onAgreement(language)), why);
      }
      assertEquals(List.of(), browser.complaints());
    }
  }

  @ParameterizedTest
  @MethodSource("org.feierabend.acceptance.Demo#german")
  void i_tapped_feierabend_and_nobody_else_can_see_it(String language) {
    try (Onlookers others = Onlookers.of(demo, language);
        Browser browser = demo.loggedIn("employee", language)) {
      var answers = others.answers();
      var pages = others.managersPages();
      try (Tapped me = Tapped.feierabend(browser, language)) {
        String state = WholeWeek.restsToday() ? "protected" : "resting";
        assertEquals(state, me.status().path("state").asText());
        assertEquals(answers, others.answers());
        assertEquals(pages, others.managersPages());
      }
      assertEquals(answers, others.answers());
    }
  }

  @ParameterizedTest
  @MethodSource("org.feierabend.acceptance.Demo#german")
  void i_know_how_many_things_wait_and_when_they_come_not_what_they_say(String language) {
    try (Tapped me = Tapped.feierabend(demo, language)) {
      Browser browser = me.browser();
      int before = me.ask("/api/v1/me/waiting").path("total").asInt();
      List<String> ids = List.of(chat(me.id()), chat(me.id()));
      browser.reload();
      browser.read(
          Demo.in(
              language,
              "%d Nachrichten oder Einladungen warten.",
              "%d messages or invitations wait.",
              before + 2));
      String waiting = browser.see("fe-waiting").getText();
      OffsetDateTime next = OffsetDateTime.parse(me.status().path("reachable_from").asText());
      assertTrue(waiting.contains("Chat: "), waiting);
      assertTrue(
          waiting.matches(
              "(?s).*\\d+ .*" + next.getDayOfMonth() + ".*" + next.format(CLOCK) + ".*"),
          "they come when I am reachable, " + next + ": " + waiting);
      String everything = (String) browser.script("return document.documentElement.outerHTML");
      for (String told : List.of(SECRET, "p-0001", ids.get(0), ids.get(1)))
        assertFalse(everything.contains(told), told);
      assertFalse(browser.ask("/api/v1/me/waiting").contains(SECRET));
    }
  }

  @ParameterizedTest
  @MethodSource("org.feierabend.acceptance.Demo#german")
  void i_opened_a_why_card_saw_agreement_not_law_and_saved_it_as_pdf_for_the_council(
      String language) {
    String later = LocalTime.now(ZONE).plusHours(2).format(CLOCK);
    try (Tapped me = Tapped.quiet(demo, language, later)) {
      Browser browser = me.browser();
      chat(me.id());
      browser.go("employee/decisions");
      browser.see("fe-decisions .why");
      WebElement card = card(browser, Demo.in(language, "wartet", "waits"));
      card.findElement(By.cssSelector("summary")).click();
      JsonNode said = me.ask("/api/v1/me/decisions");
      JsonNode reason = said.path("decisions").path(0).path("reason");
      boolean law = reason.path("rests_on").asText().equals("law");
      assertTrue(WholeWeek.restsToday() || !law, "quiet by my own word: " + reason);
      String basis = law ? onLaw(language) : onAgreement(language);
      browser.read(basis);
      browser.script("window.print = () => { window.printed = true; };"); // the system's dialogue
      card.findElement(By.cssSelector("button")).click();
      assertEquals(true, browser.script("return window.printed"));
      Paper paper = Paper.of(browser, "why-card-" + language);
      String sentence = reason.path("sentence").path(language).asText();
      String edition = reason.path("edition").asText();
      for (String told : List.of(sentence, basis, said.path("contest").asText()))
        assertTrue(paper.text().contains(told), told + " is missing in: " + paper.text());
      assertTrue(paper.text().replace(" ", "").contains(edition), paper.text());
      assertEquals(1, paper.pages());
      for (String label :
          List.of(
              Demo.in(language, "Als PDF", "Save as PDF"),
              Demo.in(language, "Abmelden", "Log out")))
        assertFalse(paper.text().contains(label), label);
      assertFalse(
          paper.text().contains(browser.see("fe-policies section > p").getText()), paper.text());
      assertEquals(List.of(), browser.complaints());
    }
  }

  @ParameterizedTest
  @MethodSource("org.feierabend.acceptance.Demo#german")
  void my_third_telework_day_was_refused_at_once_i_saw_my_quota_and_the_way_to_an_exception(
      String language) {
    LocalDate monday = WholeWeek.after(LocalDate.now(ZONE).plusWeeks(2));
    try (Browser browser = demo.loggedIn("employee", language)) {
      browser.go("employee/telework");
      ask(browser, monday, Demo.in(language, "Genehmigt.", "Granted."));
      ask(browser, monday.plusDays(2), Demo.in(language, "Genehmigt.", "Granted."));
      ask(browser, monday.plusDays(3), Demo.in(language, "Nicht möglich.", "Not possible."));
      String verdict = browser.see(".verdict.denied").getText();
      assertTrue(
          verdict.matches(
              Demo.in(
                  language,
                  "(?s).*wären es [\\d,]+ von [\\d,]+ Stunden \\(.*",
                  "(?s).*[\\d.]+ of [\\d.]+ hours \\(.*")),
          verdict);
      assertTrue(verdict.contains(Demo.in(language, "Ausnahmeweg", "exception path")), verdict);
      browser.see(".verdict select[name=exception]");
      browser.see(".verdict form button");
      assertTrue(browser.see("fe-telework meter").isDisplayed(), "the quarter's meter");
      for (int day = 0; day < 2; day++) {
        browser.see("fe-telework .rows button.quiet").click();
        browser.read(Demo.in(language, "Der Tag ist zurückgenommen.", "The day is taken back."));
        int left = 1 - day;
        Await.until(
            "the day to go",
            Browser.PATIENCE,
            () -> browser.all("fe-telework .rows li").size() == left);
      }
      assertEquals(List.of(), browser.complaints());
    }
  }

  private static void ask(Browser browser, LocalDate day, String answer) {
    WebElement date = browser.see("fe-telework input[name=date]");
    date.clear();
    date.sendKeys(day.format(DateTimeFormatter.ofPattern("MMddyyyy")));
    browser.see("#ask-telework").click();
    browser.read(answer);
  }

  private static WebElement card(Browser browser, String outcome) {
    return browser.all("fe-decisions .why").stream()
        .filter(c -> c.getText().contains("Chat") && c.getText().contains(outcome))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no chat that waits in: " + browser.text()));
  }

  /** A colleague writes in the chat, with what a careless bridge would send along. */
  private String chat(String recipient) {
    String id = "first-hour-" + UUID.randomUUID();
    Http.Answer answer =
        demo.source()
            .send(
                "POST",
                "/api/v1/events",
                "application/cloudevents+json",
                """
                {"specversion":"1.0","id":"%s","source":"urn:test:chat","type":"org.feierabend.contact.v1",
                 "time":"%s","data":{"recipient":"%s","sender":"p-0001","sender_role":"COLLEAGUE",
                 "channel":"CHAT","subject":"%s"}}"""
                    .formatted(id, Instant.now(), recipient, SECRET));
    assertEquals(202, answer.status(), answer.body());
    return id;
  }

  private static String onLaw(String language) {
    return Demo.in(language, "Gesetz: ", "Law: ");
  }

  private static String onAgreement(String language) {
    return Demo.in(language, "Vereinbart, nicht Gesetz: ", "Agreed, not law: ");
  }
}
