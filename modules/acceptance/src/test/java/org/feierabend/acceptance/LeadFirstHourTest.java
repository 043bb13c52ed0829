package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.WebElement;

/** What a team lead can say after the first hour, in a browser. */
@ResourceLock(Demo.SHARED)
class LeadFirstHourTest {
  private static final String PASSWORD = "a lead of the tests";

  private final Demo demo = Demo.shared();

  @ParameterizedTest
  @MethodSource("org.feierabend.acceptance.Demo#english")
  void before_sending_i_learned_how_many_get_it_tomorrow_not_who(String language) {
    try (Tapped colleague = Tapped.feierabend(demo, language);
        Browser browser = demo.loggedIn("manager", language)) {
      String morning = colleague.status().path("reachable_from").asText();
      fiveAnd(browser, colleague.id());
      browser.see("select[name=channel] option[value=CHAT]").click(); // mail is shown silently here
      browser.see("#ask-before").click();
      browser.see("fe-before-sending [role=status] .headline");
      String answer = browser.see("fe-before-sending [role=status]").getText();
      int now =
          first(
              Demo.in(language, "(\\d) von 5 erreicht es jetzt", "reaches (\\d) of 5 now"), answer);
      int later =
          sum(Demo.in(language, "(?m)^(\\d) erreicht es ", "(?m)reaches (\\d) on "), answer);
      int elsewhere = sum(Demo.in(language, "(?m)^(\\d) geht an", "(?m)^(\\d) go to"), answer);
      assertEquals(5, now + later + elsewhere, answer);
      assertTrue(later >= 1, "one has tapped: " + answer);
      assertTrue(
          answer.contains(
              OffsetDateTime.parse(morning).format(DateTimeFormatter.ofPattern("HH:mm"))),
          answer);
      assertFalse(answer.contains("p-"), "nobody is named: " + answer);
      browser.see("fe-before-sending textarea").clear();
      browser.see("fe-before-sending textarea").sendKeys("Huber");
      browser.see("#ask-before").click();
      browser.read(
          Demo.in(
              language,
              "Unter diesen Kennungen steht niemand im Verzeichnis.",
              "The directory has nobody under these identifiers."));
      assertEquals(List.of(), browser.complaints());
    }
  }

  @ParameterizedTest
  @MethodSource("org.feierabend.acceptance.Demo#english")
  void i_found_a_slot_where_all_five_overlap(String language) {
    LocalDate sunday = LocalDate.now().with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    try (Browser browser = demo.loggedIn("manager", language)) {
      fiveAnd(browser, "p-0006");
      browser.see("#before-meeting").click();
      browser
          .see("input[name=date]")
          .sendKeys(sunday.format(DateTimeFormatter.ofPattern("MMddyyyy")));
      browser.see("#ask-before").click();
      browser.read(Demo.in(language, "Der nächste gemeinsame Termin", "The next common slot"));
      browser.see("#take-slot").click();
      browser.read(
          Demo.in(
              language,
              "Der Termin liegt für alle in der Kernzeit.",
              "It lies in the core time of everybody."));
      LocalDate day = LocalDate.parse(value(browser, "date"));
      assertTrue(
          day.isAfter(sunday) && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0, "" + day);
      assertTrue(value(browser, "time").compareTo("09:00") >= 0, value(browser, "time"));
      assertEquals(List.of(), browser.complaints());
    }
  }

  @ParameterizedTest
  @MethodSource("org.feierabend.acceptance.Demo#english")
  void my_alert_waited_for_my_morning(String language) throws Exception {
    String user = "lead-" + language;
    Http operator = demo.instance().operator();
    operator.post(
        "/api/v1/accounts",
        """
        {"user":"%s","password":"%s","roles":["employee","manager"],"employer":"%s","person":"%s"}"""
            .formatted(user, PASSWORD, demo.employer(), somebodyOfAUnitWithAnAlert()));
    try (Browser browser = demo.loggedIn(user, PASSWORD, language)) {
      try (Tapped me = Tapped.feierabend(browser, language)) {
        JsonNode inbox = me.ask("/api/v1/me/alerts");
        assertTrue(inbox.path("waiting").asInt() >= 1, inbox.toString());
        assertTrue(inbox.path("alerts").isEmpty(), "none is shown at rest: " + inbox);
        OffsetDateTime morning = OffsetDateTime.parse(inbox.path("until").asText());
        assertEquals(
            OffsetDateTime.parse(me.status().path("reachable_from").asText()).toInstant(),
            morning.toInstant());
        browser.see("nav a[href='#/manager']").click();
        String waiting = browser.see("fe-alerts .headline").getText();
        assertTrue(
            waiting.startsWith(Demo.in(language, "Sie haben frei.", "You are off.")), waiting);
        assertTrue(waiting.contains(morning.format(DateTimeFormatter.ofPattern("HH:mm"))), waiting);
        assertTrue(browser.all("fe-alerts li").isEmpty(), "nothing of what it says");
      }
      // taken back in working hours it is there; at night it still waits
      if (Tapped.json(browser.ask("/api/v1/me/status")).path("available").asBoolean()) {
        browser.see("nav a[href='#/manager']").click();
        browser.see("fe-alerts li button");
      }
      assertEquals(List.of(), browser.complaints());
    } finally {
      operator.send("DELETE", "/api/v1/accounts/" + user, "");
    }
  }

  /** The clerk looks at new releases twice a minute. */
  private String somebodyOfAUnitWithAnAlert() throws Exception {
    String[] somebody = new String[1];
    try (Connection superuser = demo.instance().database();
        Statement statement = superuser.createStatement()) {
      Await.until(
          "an alert of an office",
          Duration.ofSeconds(60),
          () -> {
            try (ResultSet found =
                statement.executeQuery(
                    "select p.id from alert a join person p using (employer, unit)"
                        + " where not a.management order by p.id desc limit 1")) {
              if (found.next()) somebody[0] = found.getString(1);
              return somebody[0] != null;
            }
          });
    }
    return somebody[0];
  }

  /** Four colleagues of the personnel office and one more. */
  private static void fiveAnd(Browser browser, String fifth) {
    browser.go("manager/sending");
    WebElement people = browser.see("textarea[name=people]");
    people.sendKeys("p-0002 p-0003 p-0004 p-0005 " + fifth);
  }

  private static String value(Browser browser, String name) {
    return (String)
        browser.script("return document.querySelector('[name=' + arguments[0] + ']').value", name);
  }

  private static int first(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertTrue(found.find(), pattern + " in " + text);
    return Integer.parseInt(found.group(1));
  }

  private static int sum(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .sum();
  }
}
