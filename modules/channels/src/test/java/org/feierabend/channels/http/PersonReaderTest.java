package org.feierabend.channels.http;

import static org.feierabend.channels.http.HttpWordsTest.TOWN;
import static org.feierabend.channels.http.HttpWordsTest.employer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts;
import org.junit.jupiter.api.Test;

class PersonReaderTest {
  @Test
  void journeys_patterns_focus_and_arrival_are_read_and_told() {
    String document =
        TOWN.replace("'free_days':['FRI']", RHYTHM)
            .replace("'duty':'WATER'", "'duty':'WATER','arrival':'PT20M'");
    PersonFacts facts = employer(document).people().get(0).facts();
    assertEquals("Asia/Tokyo", facts.travel().get(0).zone());
    assertEquals(1, facts.hours().focus().size());
    assertEquals("PT20M", facts.onCall().get(0).arrival().orElseThrow().toString());
    assertEquals(false, facts.hours().isFree(LocalDate.of(2026, 1, 9)));
    assertEquals(true, facts.hours().isFree(LocalDate.of(2026, 1, 16)));
    Town town = new Town("off-bob");
    Person bob = town.people(Town.EMPLOYER).iterator().next();
    SettingsView told =
        SettingsView.of(
            new Person(bob.no(), bob.id(), bob.unit(), facts),
            town.units(Town.EMPLOYER),
            Town.BERLIN);
    assertEquals("2026-01-05", told.pattern().anchor());
    assertEquals(List.of("MON", "TUE", "WED", "THU"), told.pattern().weeks().get(1));
    assertEquals("09:00", told.focus().get(0).from());
    assertEquals("2026-05-08", told.travel().get(0).to());
    assertEquals("PT20M", told.onCall().get(0).arrival());
  }

  private static final String RHYTHM =
      "'pattern':{'anchor':'2026-01-05','weeks':['MON-FRI','MON-THU']},"
          + "'focus':{'MON':'09:00-11:00'},"
          + "'travel':[{'from':'2026-05-04','to':'2026-05-08','zone':'Asia/Tokyo'}]";

  @Test
  void what_is_wrong_with_a_journey_a_pattern_focus_or_arrival_is_named() {
    String town = TOWN.replace("'free_days':['FRI']", RHYTHM);
    Map.of(
            town.replace("'2026-05-08'", "'2026-05-03'"), "/people/0/travel/0/to",
            town.replace("'2026-05-04'", "'May'"), "/people/0/travel/0/from",
            town.replace("'weeks':['MON-FRI','MON-THU']", "'weeks':[]"), "/people/0/pattern/weeks",
            town.replace("'MON-THU'", "'MON-THX'"), "/people/0/pattern/weeks",
            town.replace("'anchor':'2026-01-05',", ""), "/people/0/pattern/anchor",
            town.replace("'09:00-11:00'", "'nine'"), "/people/0/focus",
            town.replace("'focus'", "'free_days':['FRI'],'focus'"), "/people/0/free_days",
            town.replace("'duty':'WATER'", "'duty':'WATER','arrival':'20'"),
                "/people/0/on_call/0/arrival")
        .forEach(
            (document, field) ->
                assertEquals(
                    field,
                    assertThrows(Trouble.class, () -> employer(document), document).field().get(),
                    document));
  }
}
