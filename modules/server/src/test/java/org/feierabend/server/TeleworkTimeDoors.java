package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.feierabend.server.Browser.Answer;

/**
 * Telework on known dates: an employer whose clock stands on Monday, 20 April 2026. In that quarter
 * lie Ascension (14 May), Whit Monday (25 May) and Corpus Christi (4 June).
 */
record TeleworkTimeDoors(Town town) {
  private static final String HOUSE = "still";
  private static final String MINE = "api/v1/me/telework";
  private static final String AGREEMENTS = "api/v1/telework/agreements";
  private static final String PEOPLE = "api/v1/telework/people/";
  private static final List<String> STAFF =
      List.of(
          "still-full",
          "still-part",
          "still-abroad",
          "still-late",
          "still-soon",
          "still-far",
          "still-next");

  void heldAndReminded() {
    founded();
    Browser hr = town.logIn("still-hr");
    holidayWeekAndSickness(town.logIn("still-full"));
    daysOff(town.logIn("still-full"));
    partTimeAndSwaps(town.logIn("still-part"), hr);
    laterTerms(town.logIn("still-next"), hr);
    borders(town.logIn("still-abroad"), hr);
    reminders(hr);
  }

  private void founded() {
    StringBuilder people = new StringBuilder();
    for (String id : STAFF)
      people
          .append(people.isEmpty() ? "" : ",")
          .append("{\"id\":\"%s\",\"unit\":\"desk\"".formatted(id))
          .append(id.equals("still-part") ? ",\"free_days\":[\"FRI\"]}" : "}");
    String document =
        ("{\"id\":\"still\",\"name\":\"Still\",\"zone\":\"Europe/Berlin\",\"municipality\":\"09564000\","
                + "\"clock\":\"event\",\"start\":\"2026-04-20\",\"policy\":\"p0\",\"units\":[{\"id\":\"desk\","
                + "\"name\":{\"de\":\"Amt\",\"en\":\"Office\"},\"parent\":null}],\"people\":[%s]}")
            .formatted(people);
    Town.created(town.operator.post("api/v1/employers", document));
    for (String id : STAFF) town.account(id, "employee", HOUSE, id);
    town.account("still-hr", "hr", HOUSE, null);
    town.account("still-council", "council", HOUSE, null);
  }

  private void holidayWeekAndSickness(Browser full) {
    assertEquals("2026-04-20", mine(full).path("today").asText());
    granted(full, "2026-05-11", 468);
    JsonNode second = granted(full, "2026-05-12", 468);
    assertEquals(
        936, second.at("/quota/allowed").asInt(), "the week of Ascension is an average one");
    JsonNode over = ask(full, "2026-05-13", 1, "");
    assertEquals("DENIED", over.path("outcome").asText());
    assertTrue(over.path("reasons").toString().contains("telework-quota"), over.toString());
    JsonNode later = granted(full, "2026-06-02", 936);
    assertEquals(4, later.at("/quota/weeks").asInt(), "the week of Whitsun lies between and lends");
    assertEquals(3744, later.at("/quota/allowed").asInt());
    assertEquals(1872, later.at("/quota/planned").asInt());

    String times = "api/v1/me/times";
    String ill = "{\"absences\":[{\"from\":\"2026-05-11\",\"to\":\"2026-05-13\"}]}";
    ok(full.put(times, ill, full.get(times).header("ETag")));
    JsonNode away = mine(full);
    assertTrue(away.at("/days/0/absent").asBoolean(), away.toString());
    assertEquals(936, away.at("/quarter/planned").asInt(), "days of sickness use no quota");
    assertEquals(936, away.at("/quarter/allowed").asInt(), "nor do their weeks lend any");
    assertEquals(409, full.post(MINE + "/days", wish("2026-05-13", 60, "")).status());
    assertEquals("DENIED", ask(full, "2026-06-03", 1, "").path("outcome").asText());
    ok(full.put(times, "{}", full.get(times).header("ETag")));
    assertEquals(1872, mine(full).at("/quarter/planned").asInt(), "well again, planned again");
  }

  private void daysOff(Browser full) {
    refused(full, "2026-05-14", "public holiday");
    refused(full, "2026-05-10", "a Sunday");
  }

  private static void refused(Browser who, String date, String why) {
    Answer answer = who.with("Accept-Language", "en").post(MINE + "/days", wish(date, 60, ""));
    who.without("Accept-Language");
    assertEquals(409, answer.status(), answer.body());
    String detail = answer.json().path("detail").asText();
    assertTrue(detail.contains(date) && detail.contains(why), detail);
  }

  /** The meter measures by what the decision did, though today other terms hold. */
  private void laterTerms(Browser next, Browser hr) {
    agreed(hr, next, "still-next", "\"quota\":\"20 %\",\"from\":\"2026-06-01\"");
    assertEquals("40 %", mine(next).at("/quarter/quota").asText());
    JsonNode granted = granted(next, "2026-06-08", 468);
    assertEquals("20 %", granted.at("/quota/quota").asText());
    assertEquals("40 %", mine(next).at("/terms/quota").asText(), "today's");
    assertEquals(granted.path("quota"), mine(next).path("quarter"));
  }

  private void partTimeAndSwaps(Browser part, Browser hr) {
    ok(hr.put(PEOPLE + "still-part", "{\"weekly\":\"PT19H27M\"}", "\"0\""));
    assertEquals(291, mine(part).path("usual_minutes").asInt(), "1,167 minutes on four days");
    granted(part, "2026-05-04", 466);
    JsonNode fifth = ask(part, "2026-05-04", 467, "");
    assertEquals("DENIED", fifth.path("outcome").asText(), "over by a fifth of a minute");
    assertEquals(466, fifth.at("/quota/allowed").asInt());
    granted(part, "2026-05-11", 467);
    JsonNode third = granted(part, "2026-05-18", 467);
    assertEquals(1400, third.at("/quota/allowed").asInt(), "three weeks have a minute more");
    assertEquals("DENIED", ask(part, "2026-05-19", 1, "").path("outcome").asText());

    String instead = ",\"instead_of\":\"2026-05-18\"";
    JsonNode much = ask(part, "2026-05-20", 468, instead);
    assertEquals("DENIED", much.path("outcome").asText(), much.toString());
    assertEquals(
        "2026-05-18", mine(part).at("/days/2/date").asText(), "a denied swap takes nothing");
    JsonNode swapped = ask(part, "2026-05-20", 467, instead);
    assertEquals("GRANTED", swapped.path("outcome").asText(), swapped.toString());
    JsonNode days = mine(part).path("days");
    assertEquals("2026-05-20", days.at("/2/date").asText());
    assertEquals(3, days.size());
    assertEquals(409, part.post(MINE + "/days", wish("2026-05-21", 1, instead)).status(), "gone");
  }

  /**
   * Exactly the border is reached, and not a minute before. Half of the work is above every quota
   * of the policy but in a week two quarters share.
   */
  private void borders(Browser abroad, Browser hr) {
    agreed(
        hr, abroad, "still-abroad", "\"quota\":\"40 %\",\"residence\":\"AT\",\"weekly\":\"PT25H\"");
    String june = "2026-06-30";
    band(abroad, hr, june, 374, 374, "BELOW_SUBSTANTIAL", "A1");
    JsonNode quarter = band(abroad, hr, june, 375, 375, "SUBSTANTIAL", "A1_ON_REQUEST");
    assertTrue(quarter.path("reasons").toString().contains("Art. 16 Abs. 1"), quarter.toString());
    band(abroad, hr, "2026-07-01", 374, 749, "SUBSTANTIAL", "A1_ON_REQUEST");
    JsonNode half = ask(abroad, "2026-07-01", 375, "");
    assertEquals("DENIED", half.path("outcome").asText(), half.toString());
    assertTrue(half.path("hints").toString().contains("REVIEW"), half.toString());
    assertTrue(half.path("hints").toString().contains("TAX_AND_RESIDENCE"), half.toString());
    assertTrue(half.path("reasons").toString().contains("Art. 13 Abs. 1 Buchst. a"));
    assertEquals(749, mine(abroad).at("/abroad/minutes").asInt(), "the day before stays");
    assertFalse(ok(hr.get("api/v1/telework/requests")).toString().contains("still-abroad"));
  }

  private JsonNode band(
      Browser abroad, Browser hr, String date, int minutes, int all, String band, String hint) {
    granted(abroad, date, minutes);
    JsonNode own = mine(abroad).path("abroad");
    assertEquals(all, own.path("minutes").asInt());
    assertEquals(band, own.path("band").asText(), own.toString());
    assertEquals(1500, own.path("of").asInt());
    assertTrue(own.path("hints").toString().contains("\"" + hint + "\""), own.toString());
    assertEquals(own.path("band"), ok(hr.get(PEOPLE + "abroad")).at("/people/0/band"));
    return own;
  }

  private void reminders(Browser hr) {
    Browser late = town.logIn("still-late");
    Browser soon = town.logIn("still-soon");
    Browser far = town.logIn("still-far");
    agreed(hr, late, "still-late", "\"from\":\"2026-01-06\",\"until\":\"2026-06-20\"");
    agreed(hr, soon, "still-soon", "\"from\":\"2025-07-01\",\"until\":\"2026-06-19\"");
    agreed(hr, far, "still-far", "\"from\":\"2026-01-04\",\"until\":\"2028-12-31\"");
    assertEquals(
        List.of("TRIAL_ENDS still-far 2026-05-03", "TERM_ENDS still-soon 2026-06-19"),
        all(hr),
        "14 and 60 days before; a day later is not yet");
    Browser council = town.logIn("still-council");
    assertEquals(List.of(), all(council), "individual terms are not the council's");
    assertEquals(List.of("TERM_ENDS still-soon 2026-06-19"), own(soon));
    assertEquals(List.of("TRIAL_ENDS still-far 2026-05-03"), own(far));
    assertEquals(List.of(), own(late));

    JsonNode ending = mine(soon).path("agreement");
    assertTrue(ending.path("renew").asBoolean(), ending.toString());
    JsonNode renewal = ok(said(soon, MINE + "/agreements/", ending, "renewal"));
    assertEquals("RENEWAL_WAITS still-soon 2026-06-19 hr", all(hr).get(1));
    assertEquals(List.of("RENEWAL_WAITS still-soon 2026-06-19 hr"), own(soon));
    ok(said(hr, AGREEMENTS + "/", renewal, "agreement"));
    assertEquals(List.of(), own(soon), "the renewal follows without a gap");
    stillRevocable(soon, hr, ending, renewal);

    JsonNode office =
        ok(
            hr.post(
                AGREEMENTS,
                "{\"unit\":\"desk\",\"from\":\"2025-01-01\",\"until\":\"2026-05-01\"}"));
    ok(said(council, AGREEMENTS + "/", office, "agreement"));
    assertEquals(List.of("TERM_ENDS desk 2026-05-01"), all(council));
    assertEquals(
        "Amt",
        ok(council.get("api/v1/telework/reminders")).at("/reminders/0/unit_name/de").asText());
    assertEquals(List.of("TERM_ENDS desk 2026-05-01"), own(town.logIn("still-full")));
    assertEquals(
        List.of("TRIAL_ENDS still-far 2026-05-03"), own(far), "who has terms of their own");

    clock("2026-04-21T12:00:00Z");
    List<String> ends =
        List.of("TRIAL_ENDS still-late 2026-05-05", "TERM_ENDS still-late 2026-06-20");
    assertEquals(ends, own(late), "the next day");
    clock("2026-05-04T12:00:00Z");
    assertEquals(ends, all(hr), "the other trial and the unit's term are over");
    JsonNode revoked = mine(late).path("agreement");
    ok(
        late.with("If-Match", "\"%d\"".formatted(revoked.path("version").asLong()))
            .post(
                MINE + "/agreements/" + revoked.path("id").asText() + "/revocation",
                "{\"from\":\"2026-06-10\",\"grounds\":true}"));
    late.without("If-Match");
    assertEquals(List.of(), all(hr), "what was revoked needs no reminder");
  }

  /** What was renewed holds until the renewal begins. */
  private void stillRevocable(Browser soon, Browser hr, JsonNode ending, JsonNode renewal) {
    JsonNode holding = mine(soon).path("agreement");
    assertEquals(ending.path("id"), holding.path("id"));
    assertEquals("AGREED", holding.path("state").asText(), holding.toString());
    assertFalse(holding.path("renew").asBoolean(), "another follows already");
    String path = AGREEMENTS + "/" + holding.path("id").asText();
    assertEquals("AGREED", ok(hr.get(path)).path("state").asText());
    JsonNode revoked =
        ok(
            hr.with("If-Match", "\"%d\"".formatted(holding.path("version").asLong()))
                .post(path + "/revocation", "{\"from\":\"2026-06-01\",\"grounds\":true}"));
    hr.without("If-Match");
    assertEquals("2026-05-31", revoked.path("last").asText());
    assertEquals(revoked.path("id"), mine(soon).at("/agreement/id"));
    assertEquals("2026-06-01", mine(soon).at("/terms/revoked_from").asText());
    String follows = AGREEMENTS + "/" + renewal.path("id").asText();
    assertEquals("AGREED", ok(hr.get(follows)).path("state").asText());
  }

  /** As markers in every lane move it. */
  private void clock(String until) {
    for (int lane = 0; lane < 2; lane++)
      town.sql(
          ("INSERT INTO lane SELECT no, %d, '%s', false FROM employer WHERE id = 'still'"
                  + " ON CONFLICT (employer, lane) DO UPDATE SET until = excluded.until")
              .formatted(lane, until));
  }

  private static List<String> all(Browser who) {
    return told(ok(who.get("api/v1/telework/reminders")));
  }

  private static List<String> own(Browser who) {
    return told(mine(who));
  }

  private static List<String> told(JsonNode answer) {
    List<String> told = new ArrayList<>();
    for (JsonNode r : answer.path("reminders"))
      told.add(
          String.join(
                  " ",
                  r.path("kind").asText(),
                  r.path("person").asText(r.path("unit").asText()),
                  r.path("due").asText(),
                  r.path("waits_for").asText(""))
              .strip());
    return told;
  }

  /** HR proposes, the person agrees; furniture and assessment are there. */
  private static void agreed(Browser hr, Browser person, String id, String terms) {
    JsonNode proposed =
        ok(
            hr.post(
                AGREEMENTS,
                "{\"person\":\"%s\",\"equipped\":true,\"risk_assessed\":true,%s}"
                    .formatted(id, terms)));
    ok(said(person, MINE + "/agreements/", proposed, "agreement"));
  }

  private static Answer said(Browser who, String path, JsonNode read, String word) {
    Answer answer =
        who.with("If-Match", "\"%d\"".formatted(read.path("version").asLong()))
            .post(path + read.path("id").asText() + "/" + word, "{}");
    who.without("If-Match");
    return answer;
  }

  private static JsonNode mine(Browser who) {
    return ok(who.get(MINE));
  }

  private static JsonNode granted(Browser who, String date, int minutes) {
    JsonNode answer = ask(who, date, minutes, "");
    assertEquals("GRANTED", answer.path("outcome").asText(), answer.toString());
    return answer;
  }

  private static JsonNode ask(Browser who, String date, int minutes, String more) {
    return ok(who.post(MINE + "/days", wish(date, minutes, more)));
  }

  private static String wish(String date, int minutes, String more) {
    return "{\"date\":\"%s\",\"minutes\":%d%s}".formatted(date, minutes, more);
  }

  private static JsonNode ok(Answer answer) {
    assertEquals(200, answer.status(), answer.body());
    return answer.json();
  }
}
