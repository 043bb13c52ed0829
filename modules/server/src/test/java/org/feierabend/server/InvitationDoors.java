package org.feierabend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.feierabend.channels.beside.Cyrus;
import org.feierabend.server.Browser.Answer;

/** The calendar server beside the house, as a person meets it: their times there, invitations. */
record InvitationDoors(Town town, Surroundings around) {
  static final String MARKER = "hesitant-2b7e";
  private static final String MINE = "api/v1/me/calendar";
  private static final String INVITATIONS = "api/v1/me/invitations";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final String CHIEF = "chief@elsewhere.test";

  /** Nobody answers: that is said, and nothing else happens. */
  void whileNobodyAnswers() {
    for (String person : List.of("dora", "emil"))
      town.account(person, "employee", Surroundings.CHAT_EMPLOYER, person);
    Browser dora = town.logIn("dora").with("Accept-Language", "en");
    Answer away = dora.get(INVITATIONS);
    assertEquals(503, away.status(), away.body());
    assertTrue(away.json().path("detail").asText().contains("does not answer"), away.body());
    assertEquals(503, dora.post(INVITATIONS + "/none/counter", "").status());
    state(dora, "OFF");
    JsonNode another = town.logIn("bert").get(MINE).json();
    assertFalse(another.path("server").asBoolean(), "another employer has none: " + another);
    assertEquals(
        409,
        town.logIn("bert").send("PUT", MINE, "application/json", "{\"wanted\":true}").status());
  }

  /** Said now; the server hears of it in the next round. */
  void wanted() {
    for (String person : List.of("dora", "emil")) {
      Browser browser = town.logIn(person);
      Answer said = browser.send("PUT", MINE, "application/json", "{\"wanted\":true}");
      assertEquals(200, said.status(), said.body());
      assertTrue(said.json().path("server").asBoolean() && said.json().path("offered").asBoolean());
      assertTrue(said.json().path("wanted").asBoolean(), said.body());
    }
    assertEquals(
        400, town.logIn("dora").send("PUT", MINE, "application/json", "{\"want\":1}").status());
  }

  /** Our account there is Dora's own: so her times may lie there, and nobody else's. */
  void lookedAtAndAnswered(Cyrus cyrus, Wiretap wire) throws IOException, InterruptedException {
    Browser dora = town.logIn("dora");
    Browser emil = town.logIn("emil");
    for (int tries = 0; !(has(dora, "KEPT") && has(emil, "REFUSED")); tries++) {
      assertTrue(tries < 80, dora.get(MINE).body() + emil.get(MINE).body());
      Thread.sleep(500);
    }
    JsonNode none = dora.get(INVITATIONS).json();
    assertTrue(none.path("told").asBoolean() && none.path("mailed").asBoolean(), "" + none);
    assertEquals(0, none.path("invitations").size(), "a meeting nobody organises: " + none);
    assertFalse(emil.get(INVITATIONS).json().path("told").asBoolean(), "not ours to read");
    OffsetDateTime night =
        LocalDate.now(BERLIN).plusDays(2).atTime(2, 0).atZone(BERLIN).toOffsetDateTime();
    invited(cyrus, night);
    String before = wire.crossed();
    JsonNode told = dora.get(INVITATIONS).json();
    JsonNode one = told.path("invitations").path(0);
    assertEquals(1, told.path("invitations").size(), told.toString());
    assertEquals(night.toInstant(), OffsetDateTime.parse(one.path("start").asText()).toInstant());
    assertEquals(1, one.path("invited").asInt(), told.toString());
    assertFalse(told.toString().contains(MARKER) || told.toString().contains("@"), "" + told);
    String crossed = wire.crossed().substring(before.length());
    assertTrue(crossed.contains(CHIEF), "the tap is on the wire: " + crossed);
    for (String content : List.of("title", "place", "text", "file"))
      assertFalse(crossed.contains(MARKER + "-" + content), content + " in " + crossed);
    answered(dora, one);
    assertEquals(404, emil.post(INVITATIONS + "/" + id(one) + "/counter", "").status());
    assertEquals(404, dora.get(INVITATIONS + "/none/counter.ics").status());
  }

  /** The organiser keeps it elsewhere: their answer is no business of this server. */
  private static void invited(Cyrus cyrus, OffsetDateTime start) {
    assertEquals(
        201,
        cyrus
            .ask(
                "dora",
                "PUT",
                "Default/b.ics",
                "text/calendar",
                "",
                ContentDoors.meeting(
                    MARKER,
                    start.toInstant(),
                    "ORGANIZER;SCHEDULE-AGENT=NONE;CN=" + MARKER + "-name:mailto:" + CHIEF,
                    "SEQUENCE:3"))
            .statusCode());
  }

  private void answered(Browser dora, JsonNode one) throws IOException {
    Answer file = dora.get(INVITATIONS + "/" + id(one) + "/counter.ics");
    assertEquals(200, file.status(), file.body());
    counter(file.body(), one);
    Answer away = dora.post(INVITATIONS + "/" + id(one) + "/counter", "");
    assertEquals(503, away.status(), "no mail server yet: " + away.body());
    GreenMail post =
        new GreenMail(new ServerSetup(around.smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    post.start();
    try {
      Answer sent = dora.post(INVITATIONS + "/" + id(one) + "/counter", "");
      assertEquals(204, sent.status(), sent.body());
      MimeMessage[] mails = post.getReceivedMessages();
      assertEquals(1, mails.length);
      MimeMessage mail = mails[0];
      assertEquals("dora@example.test", mail.getFrom()[0].toString());
      assertEquals("feierabend@example.test", mail.getSender().toString());
      assertEquals(CHIEF, mail.getRecipients(Message.RecipientType.TO)[0].toString());
      assertTrue(mail.getContentType().contains("method=COUNTER"), mail.getContentType());
      String body = new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      counter(body, one);
      for (String content : List.of("title", "place", "text", "file", "name"))
        assertFalse((mail.getSubject() + body).contains(MARKER + "-" + content), body);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    } finally {
      post.stop();
    }
  }

  /** The same meeting at the time that was shown. */
  private static void counter(String calendar, JsonNode one) {
    String start = OffsetDateTime.parse(one.path("proposed").asText()).toInstant().toString();
    for (String line :
        List.of(
            "METHOD:COUNTER",
            "UID:" + MARKER + "-uid",
            "SEQUENCE:3",
            "DTSTART:" + start.replaceAll("[-:]", ""),
            "ORGANIZER:mailto:" + CHIEF,
            "ATTENDEE;PARTSTAT=TENTATIVE:mailto:dora@example.test"))
      assertTrue(calendar.contains(line + "\r\n"), line + " in " + calendar);
  }

  private static String id(JsonNode one) {
    return one.path("id").asText();
  }

  private static boolean has(Browser person, String state) {
    return person.get(MINE).json().path("state").asText().equals(state);
  }

  private static void state(Browser person, String state) {
    assertEquals(state, person.get(MINE).json().path("state").asText(), person.get(MINE).body());
  }
}
