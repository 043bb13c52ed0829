package org.feierabend.channels.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.Role;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;

class HttpWordsTest {
  private static final PersonFacts FACTS = PersonFacts.ordinary(Town.BERLIN, "09564000");

  @Test
  void ce_headers_are_unquoted_and_percent_decoded() {
    assertEquals("Euro € 😀", CeHeaders.decoded("id", "Euro%20%E2%82%AC%20%F0%9F%98%80"));
    assertEquals("a \"b\"", CeHeaders.decoded("id", "\"a \\\"b\\\"\""));
    assertEquals("100%", CeHeaders.decoded("id", "100%25"));
    for (String broken : List.of("%", "%2", "%zz", "a%E2%82", "%C0%AF"))
      assertEquals(
          "/id",
          assertThrows(Trouble.class, () -> CeHeaders.decoded("id", broken)).field().get(),
          broken);
  }

  @Test
  void a_body_is_not_read_beyond_its_limit() throws IOException {
    assertEquals(4, Body.read(new ByteArrayInputStream(new byte[4]), 4).length);
    Trouble trouble =
        assertThrows(Trouble.class, () -> Body.read(new ByteArrayInputStream(new byte[5]), 4));
    assertEquals(413, trouble.status());
  }

  @Test
  void every_resource_says_who_may() {
    Stream.of(HttpDoor.api(), HttpDoor.access(), HttpDoor.data(), HttpDoor.wellKnown())
        .flatMap(java.util.Collection::stream)
        .filter(c -> c.isAnnotationPresent(jakarta.ws.rs.Path.class))
        .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
        .filter(m -> Modifier.isPublic(m.getModifiers()))
        .forEach(
            m -> {
              boolean open =
                  m.isAnnotationPresent(PermitAll.class)
                      || m.getDeclaringClass().isAnnotationPresent(PermitAll.class);
              RolesAllowed rule =
                  m.isAnnotationPresent(RolesAllowed.class)
                      ? m.getAnnotation(RolesAllowed.class)
                      : m.getDeclaringClass().getAnnotation(RolesAllowed.class);
              if (!open) assertNotNull(rule, m.toString());
              if (rule != null) for (String role : rule.value()) Role.byKey(role);
            });
  }

  @Test
  void the_guard_is_closed_unless_opened() throws NoSuchMethodException {
    Method people = DirectoryResource.class.getMethod("people", String.class, int.class, int.class);
    RoleGuard.check(people, SomeCaller.machine(Role.HR));
    assertEquals(401, status(people, SomeCaller.nobody()));
    assertEquals(403, status(people, SomeCaller.employee("ann")));
    assertEquals(403, status(people, SomeCaller.operator()));
    assertEquals(403, status(Object.class.getMethod("hashCode"), SomeCaller.machine(Role.HR)));
  }

  private static int status(Method method, Caller caller) {
    return assertThrows(Trouble.class, () -> RoleGuard.check(method, caller)).status();
  }

  @Test
  void the_employer_comes_from_the_account_and_only_the_operator_names_one() {
    Town town = new Town("ann");
    assertEquals(
        Town.EMPLOYER, new EmployerScope(SomeCaller.machine(Role.HR), town).named("another"));
    EmployerScope operator = new EmployerScope(SomeCaller.operator(), town);
    assertEquals(Town.EMPLOYER, operator.named("town"));
    assertEquals(404, assertThrows(Trouble.class, () -> operator.named("another")).status());
    assertEquals(404, assertThrows(Trouble.class, () -> operator.named("../x")).status());
    assertEquals(400, assertThrows(Trouble.class, () -> operator.named(null)).status());
    assertEquals(404, assertThrows(Trouble.class, operator::own).status());
  }

  private static PersonFacts windows(String document) {
    return WindowsReader.changed(FACTS, new Fields(Asked.tree(document), ""));
  }

  @Test
  void windows_are_read_as_they_are_shown() {
    String document =
        "{'zone':'Europe/Berlin','windows':[{'days':['MON','TUE'],'from':'07:00','to':'12:00'},"
            + "{'days':['MON'],'from':'12:00','to':'24:00'},{'days':['SUN'],'from':'22:00','to':'06:00'}],"
            + "'default':false}";
    JsonNode shown =
        Json.MAPPER.valueToTree(
            new WindowsView(
                "Europe/Berlin",
                WindowsView.windows(windows(document).windows().orElseThrow()),
                false));
    assertEquals(Asked.tree(document), shown);
    assertEquals(true, windows("{'default':true,'windows':[]}").windows().isEmpty());
    assertEquals("Asia/Tokyo", windows("{'zone':'Asia/Tokyo','default':true}").zone());
  }

  @Test
  void what_is_wrong_with_windows_is_named() {
    Map.ofEntries(
            Map.entry("{}", "/windows"),
            Map.entry("{'windows':[]}", "/windows"),
            Map.entry("{'windows':7}", "/windows"),
            Map.entry("{'windows':[7]}", "/windows/0"),
            Map.entry("{'zone':'Middle/Earth','default':true}", "/zone"),
            Map.entry(one("[]", "07:00", "12:00"), "/windows/0/days"),
            Map.entry(one("['MOO']", "07:00", "12:00"), "/windows/0/days"),
            Map.entry(one("['MON']", "7 Uhr", "12:00"), "/windows/0/from"),
            Map.entry(one("['MON']", "07:00", "25:00"), "/windows/0/to"),
            Map.entry(one("['MON']", "07:00", "07:00"), "/windows/0/to"),
            Map.entry(one("['MON']", "07:00:30", "12:00"), "/windows/0"),
            Map.entry(
                "{'windows':[{'days':['MON'],'from':'07:00','to':'12:00'},"
                    + "{'days':['MON'],'from':'11:59','to':'13:00'}]}",
                "/windows/1"),
            Map.entry(
                "{'windows':[{'days':['SUN'],'from':'22:00','to':'06:00'},"
                    + "{'days':['MON'],'from':'05:00','to':'13:00'}]}",
                "/windows/1"))
        .forEach(
            (document, field) ->
                assertEquals(
                    field,
                    assertThrows(Trouble.class, () -> windows(document), document).field().get(),
                    document));
  }

  private static String one(String days, String from, String to) {
    return "{'windows':[{'days':%s,'from':'%s','to':'%s'}]}".formatted(days, from, to);
  }

  @Test
  void an_employer_is_read_from_one_document() {
    NewEmployer town = employer(TOWN);
    assertEquals("2026-W02", town.firstWeek().toString());
    PersonFacts facts = town.people().get(0).facts();
    assertEquals(2, facts.windows().orElseThrow().size());
    assertEquals("p-2", facts.absences().get(0).deputy().orElseThrow().value());
    assertEquals(
        "2026-08-22T00:00+02:00[Europe/Berlin]",
        facts.absences().get(0).span().to().atZone(Town.BERLIN).toString());
    assertEquals("[FRIDAY]", facts.hours().freeDays().toString());
  }

  @Test
  void what_is_wrong_with_an_employer_is_named() {
    Map.of(
            TOWN.replace("'policy'", "'colour'"), "/colour",
            TOWN.replace("Europe/Berlin", "Europe/Bonn"), "/zone",
            TOWN.replace("'town'", "'Town!'"), "/id",
            TOWN.replace("'event'", "'sundial'"), "/clock",
            TOWN.replace("2026-01-05", "soon"), "/start",
            TOWN.replace("MON-FRI", "MON-FUN"), "/people/0/windows",
            TOWN.replace("'FRI'", "'FUN'"), "/people/0/free_days",
            TOWN.replace("'to':'2026-08-21'", "'to':'2026-08-01'"), "/people/0/absent/0/to",
            TOWN.replace("'en':'Office'", "'fr':'Bureau'"), "/units/0/name/en",
            TOWN.replace("'deputy'", "'shoe_size'"), "/people/0/shoe_size")
        .forEach(
            (document, field) ->
                assertEquals(
                    field,
                    assertThrows(Trouble.class, () -> employer(document), document).field().get(),
                    document));
  }

  @Test
  void a_municipality_of_no_land_is_refused_and_one_whose_holidays_nobody_listed_is_not() {
    for (String key : List.of("99999999", "00123456", "9564000", "Nürnberg"))
      for (String document :
          List.of(
              TOWN.replace("09564000", key),
              TOWN.replace("'unit':'u',", "'unit':'u','municipality':'%s',".formatted(key)))) {
        Trouble refused = assertThrows(Trouble.class, () -> employer(document), document);
        assertTrue(refused.field().orElseThrow().endsWith("/municipality"), document);
        assertTrue(refused.detail().de().contains("„%s“".formatted(key)), refused.detail().de());
      }
    for (String known : List.of("09999999", "16056000", "es-md"))
      assertEquals(known, employer(TOWN.replace("09564000", known)).municipality());
  }

  static final String TOWN =
      "{'id':'town','name':'Town','zone':'Europe/Berlin','municipality':'09564000','clock':'event',"
          + "'start':'2026-01-05','synthetic':true,'policy':'p0',"
          + "'units':[{'id':'u','name':{'de':'Amt','en':'Office'},'parent':null}],"
          + "'people':[{'id':'p-1','unit':'u','windows':{'MON-FRI':'07:00-12:00, 14:00-19:00'},"
          + "'free_days':['FRI'],'absent':[{'from':'2026-08-03','to':'2026-08-21'}],'deputy':'p-2',"
          + "'on_call':[{'from':'2026-09-19T18:00:00+02:00','to':'2026-09-20T08:00:00+02:00','duty':'WATER'}]}]}";

  static NewEmployer employer(String document) {
    return EmployerReader.read(new Fields(Asked.tree(document), ""), LocalDate.of(2026, 11, 23));
  }

  @Test
  void a_day_is_told_in_states_of_the_one_who_asks() {
    Town town = new Town("off-bob");
    PersonFacts bob = town.people(Town.EMPLOYER).iterator().next().facts();
    DayStrip strip = new DayStrip(town, bob, Town.NOW);
    assertEquals(1, strip.parts(java.time.Duration.ofHours(24)).size());
    assertEquals("off", strip.parts(java.time.Duration.ofHours(24)).get(0).state());
  }
}
