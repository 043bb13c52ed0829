package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VAvailability;
import net.fortuna.ical4j.model.component.VFreeBusy;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.FreeBusy;
import net.fortuna.ical4j.validate.ValidationResult;
import org.feierabend.server.Browser.Answer;

/** A calendar handed in, and what others see of it at a secret address. */
record CalendarDoors(URI base, Town town) {
  private static final String MINE = "api/v1/me/availability";
  private static final String WINDOWS = "api/v1/me/windows";
  private static final String CALENDAR =
      """
      BEGIN:VCALENDAR
      PRODID:-//Example//EN
      VERSION:2.0
      BEGIN:VAVAILABILITY
      UID:marker-uid@example.org
      DTSTAMP:20260101T000000Z
      SUMMARY:marker-summary
      BEGIN:AVAILABLE
      UID:marker-two
      DTSTAMP:20260101T000000Z
      SUMMARY:marker-summary goes
       on in a folded line marker-folded
      LOCATION:marker-location
      DTSTART;TZID=Europe/Berlin:20260105T090000
      DTEND;TZID=Europe/Berlin:20260105T230000
      RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
      END:AVAILABLE
      END:VAVAILABILITY
      END:VCALENDAR
      """;

  void handedInShownAndRevoked() {
    Browser bert = town.logIn("p7");
    refused(bert);
    handedIn(bert);
    overNoOther(bert);
    JsonNode feed = bert.post("api/v1/me/feeds", "{}").json();
    assertEquals(1, bert.get("api/v1/me/data").json().path("feeds").size());
    String availability = path(feed, "availability");
    Browser nobody = new Browser(base);
    Calendar shown = calendar(nobody.get(availability));
    List<List<Instant>> free = new ArrayList<>();
    shown
        .<VAvailability>getComponents(Component.VAVAILABILITY)
        .forEach(
            v ->
                v.getAvailable()
                    .forEach(
                        a ->
                            free.add(
                                List.of(
                                    Instant.from(
                                        a.<DtStart<Instant>>getRequiredProperty(Property.DTSTART)
                                            .getDate()),
                                    Instant.from(
                                        a.<DtEnd<Instant>>getRequiredProperty(Property.DTEND)
                                            .getDate())))));
    assertTrue(free.size() > 25, "8 weeks of working days: " + free);
    for (List<Instant> f : free)
      assertTrue(
          f.get(0).until(f.get(1), ChronoUnit.HOURS) <= 11,
          "09:00 to the end of the frame; the evening is nobody's business: " + f);
    Calendar freeBusy = calendar(nobody.get(path(feed, "freebusy")));
    VFreeBusy busy = freeBusy.<VFreeBusy>getComponents(Component.VFREEBUSY).get(0);
    assertEquals(free.size() + 1, busy.<FreeBusy>getProperties(Property.FREEBUSY).size());
    assertEquals(
        404,
        nobody.get(availability.replaceAll("feeds/.{43}", "feeds/" + "A".repeat(43))).status());
    assertEquals(405, nobody.post(availability, "{}").status());
    String id = feed.path("id").asText();
    assertEquals(404, town.logIn("anna").delete("api/v1/me/feeds/" + id).status(), "another's");
    assertEquals(204, bert.delete("api/v1/me/feeds/" + id).status());
    assertEquals(404, nobody.get(availability).status());
    assertEquals(204, bert.delete(MINE).status());
    assertEquals(404, bert.get(MINE).status());
  }

  private void handedIn(Browser person) {
    Answer trial = person.send("PUT", MINE + "?dry-run=true", "text/calendar", CALENDAR);
    assertEquals(200, trial.status(), trial.body());
    assertTrue(trial.json().at("/counts/en").asText().contains("None of this counts yet"));
    assertEquals(404, person.get(MINE).status(), "a dry run keeps nothing");
    Answer answer = person.send("PUT", MINE, "text/calendar", CALENDAR);
    assertEquals(200, answer.status(), answer.body());
    assertEquals(14, answer.json().path("days").size());
    assertEquals(trial.json().path("days"), answer.json().path("days"));
    assertTrue(answer.json().at("/counts/en").asText().contains("agreement of HR"), answer.body());
    assertTrue(answer.json().path("outside_frame").size() > 0, answer.body());
    String kept = person.get(MINE).body();
    assertTrue(kept.contains("DTSTART;TZID=Europe/Berlin:20260105T090000"), kept);
    assertFalse(kept.contains("marker"), kept);
    assertFalse(person.get("api/v1/me/data").body().contains("marker"));
  }

  /** Where the version that was read is named, whoever was faster is not overwritten. */
  private static void overNoOther(Browser person) {
    String read = person.get(WINDOWS).header("ETag");
    assertEquals(200, over(person, read, CALENDAR.replace("T090000", "T100000")).status());
    String faster = person.get(MINE).body();
    assertTrue(faster.contains("20260105T100000"), faster);
    for (String outdated : List.of(read, "\"no version\"")) {
      Answer slower = over(person, outdated, CALENDAR);
      assertEquals(412, slower.status(), slower.body());
      assertEquals(faster, person.get(MINE).body());
    }
    assertEquals(200, over(person, person.get(WINDOWS).header("ETag"), CALENDAR).status());
    assertTrue(person.get(MINE).body().contains("20260105T090000"));
  }

  private static Answer over(Browser person, String version, String calendar) {
    Answer answer = person.with("If-Match", version).send("PUT", MINE, "text/calendar", calendar);
    person.without("If-Match");
    return answer;
  }

  /** What is wrong is named with its line, and what was there before stays. */
  private void refused(Browser person) {
    refused(person, "no calendar", "Line 1:");
    refused(person, CALENDAR.replace("END:AVAILABLE\n", ""), "Line 17:");
    assertEquals(
        413, person.send("PUT", MINE, "text/calendar", CALENDAR + " ".repeat(65_536)).status());
    assertEquals(415, person.send("PUT", MINE, "application/json", "{}").status());
    assertEquals(404, person.get(MINE).status());
  }

  private static void refused(Browser person, String file, String line) {
    Answer answer = person.with("Accept-Language", "en").send("PUT", MINE, "text/calendar", file);
    assertEquals(400, answer.status(), answer.body());
    assertTrue(answer.json().path("detail").asText().startsWith(line), answer.body());
  }

  private static String path(JsonNode feed, String name) {
    return URI.create(feed.path(name).asText()).getPath().substring(1);
  }

  private static Calendar calendar(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    assertTrue(answer.header("Content-Type").startsWith("text/calendar"));
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(answer.body()));
      ValidationResult result = calendar.validate(true);
      // ical4j 4.2.1 demands of a VFREEBUSY that it end before it starts
      assertTrue(
          result.getEntries().stream()
              .allMatch(e -> e.getMessage().contains("must be later in time")),
          result.toString());
      return calendar;
    } catch (IOException | ParserException e) {
      throw new AssertionError(answer.body(), e);
    }
  }
}
