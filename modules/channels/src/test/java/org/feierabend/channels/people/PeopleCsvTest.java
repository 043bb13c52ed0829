package org.feierabend.channels.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Account;
import org.feierabend.directory.Account.Kind;
import org.feierabend.directory.Reading;
import org.feierabend.directory.Reconciliation;
import org.feierabend.people.Addresses;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.people.Staff;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;
import org.feierabend.report.Canaries;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;

class PeopleCsvTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Employer TOWN =
      new Employer(
          new EmployerId("town"),
          1,
          "Town",
          BERLIN,
          "09564000",
          Employer.ClockKind.WALL,
          IsoWeek.parse("2026-W30"),
          false,
          "p0");

  @Test
  void a_spreadsheets_file_is_read_with_mark_semicolons_quotes_and_umlauts() {
    Account account =
        account(
            "\uFEFFArt;Kennung;Einheit;Name;Mail;Chat;Telefon\r\n"
                + "Einheit;bau;haus;\"Bauamt; Straßen \"\"Süd\"\"\";;;\r\n"
                + "Person;anna;bau;;Anna@Stadt.example a.h@stadt.example;anna@chat.example;0911\r\n"
                + "\r\n"
                + "Person;p1;bau;;;;\r\n");
    assertEquals(List.of(), account.complaints());
    assertEquals(Map.of(Kind.UNIT_ADDED, 1L, Kind.JOINS, 1L, Kind.MOVES, 1L), kinds(account));
    assertEquals(
        "Bauamt; Straßen \"Süd\"",
        account.after().unit(new UnitId("bau")).orElseThrow().name().de());
    Person anna = account.after().person(new PersonId("anna")).orElseThrow();
    assertEquals(List.of("anna@stadt.example", "a.h@stadt.example"), anna.addresses().mail());
    assertEquals(BERLIN.getId(), anna.facts().zone());
    assertEquals(1, account.notes().size());
    assertTrue(account.notes().get(0).de().contains("telefon"), account.notes().get(0).de());
  }

  @Test
  void latin_1_is_read_and_said() {
    Account account =
        account(
            "kind,id,unit,name\nunit,gruen,haus,Grünflächen\n"
                .getBytes(Charset.forName("windows-1252")),
            false);
    assertEquals(
        "Grünflächen", account.after().unit(new UnitId("gruen")).orElseThrow().name().de());
    assertTrue(account.notes().get(0).en().contains("Latin-1"), account.notes().get(0).en());
  }

  @Test
  void every_bad_line_is_told_with_its_number_its_value_and_what_to_do_and_nothing_changes() {
    Account account =
        account(
            """
            kind;id;unit;mail;zone;regime;leaves
            unit;a;b;;;;
            unit;b;a;;;;
            unit;c;moon;;;;
            person;n1;mars;;;;
            person;n2;;;;;
            person;n3;haus;no-address;;;
            person;n4;haus;p1@stadt.example;;;
            person;n5;haus;;Europe/Nowhere;;
            person;n6;haus;;;angestellt;
            person;n7;haus;;;;vielleicht
            person;n8;haus
            person;nobody;;;;;ja
            person;p2;haus;;;;
            person;p2;amt;;;;
            robot;r2;haus;;;;
            person;;haus;;;;
            unit;canary;;;;;
            person;n9;haus;"x@stadt.example;;;
            """);
    Map<Integer, String> byLine = new LinkedHashMap<>();
    account.complaints().forEach(c -> byLine.put(c.line(), c.value()));
    assertEquals("a", byLine.get(2));
    assertEquals("b", byLine.get(3));
    assertEquals("moon", byLine.get(4));
    assertEquals("mars", byLine.get(5));
    assertEquals("n2", byLine.get(6));
    assertEquals("no-address", byLine.get(7));
    assertEquals("p1@stadt.example", byLine.get(8));
    assertEquals("Europe/Nowhere", byLine.get(9));
    assertEquals("angestellt", byLine.get(10));
    assertEquals("vielleicht", byLine.get(11));
    assertEquals("person | n8 | haus", byLine.get(12));
    assertEquals("nobody", byLine.get(13));
    assertEquals("p2", byLine.get(15));
    assertEquals("robot", byLine.get(16));
    assertEquals("", byLine.get(17));
    assertEquals("canary", byLine.get(18));
    assertTrue(byLine.containsKey(19), byLine.toString());
    assertEquals(List.of(), account.steps());
    assertEquals(staff().people(), account.after().people());
    for (Account.Complaint c : account.complaints())
      assertTrue(c.todo().de().length() > 20 && c.todo().en().length() > 20, c.toString());
  }

  @Test
  void an_empty_cell_says_nothing_a_dash_takes_away_and_a_file_may_be_given_twice() {
    Account kept = account("kind;id;unit;mail\nperson;p1;;\nperson;p2;;-\n");
    assertEquals(Map.of(Kind.CHANGES, 1L), kinds(kept));
    assertEquals(
        List.of("p1@stadt.example"),
        kept.after().person(new PersonId("p1")).orElseThrow().addresses().mail());
    assertEquals(
        List.of(), kept.after().person(new PersonId("p2")).orElseThrow().addresses().mail());
    Account again =
        new Reconciliation(TOWN, 10)
            .of(
                kept.after(),
                PeopleCsv.read(bytes("kind;id;unit;mail\nperson;p1;;\nperson;p2;;-\n"), false)
                    .said());
    assertEquals(List.of(), again.steps());
  }

  @Test
  void who_is_missing_leaves_only_where_the_file_is_complete_and_never_too_many_at_once() {
    StringBuilder all = new StringBuilder("kind;id;unit\n");
    for (int i = 2; i <= 20; i++) all.append("person;p").append(i).append(";amt\n");
    assertEquals(0, account(all.toString()).count(Kind.LEAVES));
    Account one = account(bytes(all.toString()), true);
    assertEquals(List.of(), one.complaints());
    assertEquals(1, one.count(Kind.LEAVES));
    assertEquals(Set.of(new PersonId("p1")), one.change().leaving());

    Account tooMany = account(bytes("kind;id;unit\nperson;p1;amt\n"), true);
    assertEquals(1, tooMany.complaints().size());
    assertTrue(tooMany.complaints().get(0).todo().en().contains("19 of 20"));
    Account nobody = account(bytes("kind;id;unit\n"), true);
    assertTrue(nobody.complaints().get(0).todo().en().contains("names nobody"));
  }

  @Test
  void a_unit_closes_only_when_nobody_is_left_in_it() {
    Account left = account("kind;id;unit;leaves\nunit;amt;;yes\nperson;p1;haus;\n");
    assertTrue(
        left.complaints().get(0).todo().de().contains("19 Personen"),
        left.complaints().get(0).todo().de());
    StringBuilder all = new StringBuilder("kind;id;unit;leaves\nunit;amt;;yes\n");
    for (int i = 1; i <= 20; i++) all.append("person;p").append(i).append(";haus;\n");
    Account closed = account(all.toString());
    assertEquals(Map.of(Kind.UNIT_CLOSED, 1L, Kind.MOVES, 20L), kinds(closed));
  }

  @Test
  void five_thousand_lines_are_no_matter() {
    StringBuilder all = new StringBuilder("kind;id;unit;mail;chat\n");
    for (int i = 0; i < 500; i++)
      all.append("unit;u%d;%s;;\n".formatted(i, i == 0 ? "haus" : "u" + (i - 1) / 7));
    for (int i = 0; i < 4_500; i++)
      all.append("person;n%d;u%d;n%d@stadt.example;n%d@chat.example\n".formatted(i, i % 500, i, i));
    long start = System.nanoTime();
    Account account = account(all.toString());
    long took = (System.nanoTime() - start) / 1_000_000;
    assertEquals(List.of(), account.complaints());
    assertEquals(4_521, account.after().people().size());
    assertTrue(took < 10_000, "took " + took + " ms"); // some 100 ms; quadratic would show
  }

  private static Account account(String text) {
    return account(bytes(text), false);
  }

  private static Account account(byte[] bytes, boolean complete) {
    Reading reading = PeopleCsv.read(bytes, complete);
    return reading.over(new Reconciliation(TOWN, 10).of(staff(), reading.said()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<Kind, Long> kinds(Account account) {
    Map<Kind, Long> kinds = new LinkedHashMap<>();
    account.steps().forEach(s -> kinds.merge(s.kind(), 1L, Long::sum));
    return kinds;
  }

  /** p1 to p20 in an office, and a canary. */
  private static Staff staff() {
    UnitId house = new UnitId("haus");
    List<Unit> units =
        List.of(
            new Unit(house, new Sentence("Haus", "House"), Optional.empty()),
            new Unit(new UnitId("amt"), new Sentence("Amt", "Office"), Optional.of(house)),
            new Unit(Canaries.ROOT, new Sentence("Prüfgruppe", "Canaries"), Optional.empty()));
    Map<PersonId, Person> people = new LinkedHashMap<>();
    for (int i = 1; i <= 21; i++) {
      PersonId id = new PersonId(i == 21 ? "canary-1" : "p" + i);
      people.put(
          id,
          new Person(
              i,
              id,
              i == 21 ? Canaries.ROOT : new UnitId("amt"),
              new Addresses(Optional.empty(), List.of(id.value() + "@stadt.example"), List.of()),
              PersonFacts.ordinary(BERLIN, "09564000")));
    }
    return new Staff(units, people);
  }
}
