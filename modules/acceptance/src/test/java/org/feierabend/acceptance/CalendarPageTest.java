package org.feierabend.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house's calendar server, on the pages of whoever runs it and of whoever has one there. */
@ResourceLock(Demo.SHARED)
class CalendarPageTest {
  private static final String PERSON = "/scim/v2/Users/";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Demo demo = Demo.shared();

  @ParameterizedTest
  @MethodSource("org.feierabend.acceptance.Demo#german")
  void the_pages_tell_the_truth_while_a_calendar_server_stops_and_starts(String language)
      throws IOException {
    Radicale.demand();
    try (Browser operator = operator(language);
        Browser person = demo.loggedIn("employee", language);
        Radicale server = Radicale.at(Demo.CALENDAR_PORT)) {
      operator.see("tr[data-door=calendar][data-state=down]");
      operator.read(
          Demo.in(
              language, "Der andere Server antwortet nicht", "The other server does not answer"));
      hasAnAddress(language);
      person.go("employee/times");
      look(person);
      person.read(
          Demo.in(language, "Der Server antwortet gerade nicht", "The server does not answer"));
      server.start();
      operator.see("tr[data-door=calendar][data-state=up]");
      hasACalendar(server, language);
      asksForBoth(person, language);
      server.stop();
      operator.see("tr[data-door=calendar][data-state=down]");
      server.start();
      operator.see("tr[data-door=calendar][data-state=up]");
      assertEquals(List.of(), operator.complaints());
    }
  }

  private Browser operator(String language) {
    String user = "calendars-" + language;
    String password =
        demo.instance()
            .feierabend("account", "add", user, "--role", "operator", "--language", language)
            .requireSuccess()
            .output()
            .replaceAll("(?s).*once: (\\S+).*", "$1");
    return demo.loggedIn(user, password, language);
  }

  /** The person of the log-in gets one, and by it has a calendar. */
  private void hasAnAddress(String language) {
    String name = "kim-" + language;
    Http scim = new Http(demo.http(), "Bearer " + provisioner());
    Http.Answer patched =
        scim.send(
            "PATCH",
            PERSON + scimId(scim),
            "application/scim+json",
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","path":"emails","value":[{"value":"%s@town.example","type":"work"}]}]}"""
                .formatted(name));
    assertEquals(200, patched.status(), patched.body());
  }

  private static void hasACalendar(Radicale server, String language) {
    String name = "kim-" + language;
    server.put("/" + name + "/calendar/", "application/xml", "");
    Instant night = LocalDate.now(BERLIN).plusDays(2).atTime(2, 0).atZone(BERLIN).toInstant();
    server.put(
        "/" + name + "/calendar/night.ics",
        "text/calendar",
        String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//test//EN",
            "BEGIN:VEVENT",
            "UID:night",
            "DTSTAMP:20260101T000000Z",
            "DTSTART:" + UTC.format(night),
            "DTEND:" + UTC.format(night.plusSeconds(3_600)),
            "SUMMARY:Whispered",
            "ORGANIZER:mailto:chief@elsewhere.example",
            "ATTENDEE:mailto:" + name + "@town.example",
            "END:VEVENT",
            "END:VCALENDAR",
            ""));
  }

  private String provisioner() {
    return demo.instance()
        .operator()
        .post(
            "/api/v1/tokens",
            "{\"role\":\"provisioner\",\"employer\":\"%s\"}".formatted(demo.employer()))
        .path("token")
        .asText();
  }

  private String scimId(Http scim) {
    for (JsonNode account : demo.instance().operator().get("/api/v1/accounts").path("accounts"))
      if (account.path("user").asText().equals("employee"))
        return scim.get(
                "/scim/v2/Users?filter=userName%20eq%20%22"
                    + account.path("person").asText()
                    + "%22")
            .at("/Resources/0/id")
            .asText();
    throw new AssertionError("no employee");
  }

  private static void asksForBoth(Browser person, String language) {
    person.see("#keep-times").click();
    person.see("[data-state=WAITING]");
    look(person);
    String slot = Demo.in(language, "Nächste gemeinsame Kernzeit", "Next common core time");
    person.read(slot);
    assertEquals(1, person.all("ul.invitations li").size());
    assertFalse(person.text().contains("Whispered"), "no title");
    String file = person.see("a[download='counter.ics']").getDomAttribute("href");
    String counter = person.ask(file);
    assertTrue(counter.startsWith("200\n") && counter.contains("METHOD:COUNTER"), counter);
    assertTrue(
        person.all("ul.invitations button").isEmpty(), "nothing is sent where it is not set up");
    assertEquals(List.of(), person.violations());
    assertFalse(person.wider());
    Await.until(
        "the server to be asked",
        java.time.Duration.ofSeconds(60),
        () -> {
          person.reload();
          person.see("#keep-times");
          return !person.all("[data-state=NOT_OFFERED]").isEmpty();
        });
    person.read(Demo.in(language, "beachtet keine", "does not heed availability"));
    person.see("#keep-times").click();
    person.see("#keep-times:not(:checked)");
  }

  private static void look(Browser person) {
    person.see("#look-for-invitations").click();
  }
}
