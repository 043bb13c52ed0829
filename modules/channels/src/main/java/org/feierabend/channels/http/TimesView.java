package org.feierabend.channels.http;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts;

/**
 * What holds beside my windows.
 *
 * @param freeDays off in every week; absent where weeks take turns
 */
record TimesView(
    String zone,
    List<String> freeDays,
    SettingsView.Pattern pattern,
    List<WindowsView.Window> focus,
    List<SettingsView.Journey> travel,
    List<Absent> absences)
    implements View {
  /**
   * @param everyWeeks absent: it comes once
   */
  record Absent(String from, String to, String deputy, Integer everyWeeks) {}

  static TimesView of(Person person, ZoneId zone) {
    PersonFacts facts = person.facts();
    Optional<SettingsView.Pattern> turns = SettingsView.turns(facts);
    return new TimesView(
        zone.getId(),
        turns.isPresent() ? null : Weekdays.words(facts.hours().freeDays()),
        turns.orElse(null),
        WindowsView.windows(facts.hours().focus()),
        SettingsView.journeys(facts),
        absences(facts, zone));
  }

  static List<Absent> absences(PersonFacts facts, ZoneId zone) {
    return facts.absences().stream()
        .map(
            a ->
                new Absent(
                    Json.at(a.span().from(), zone),
                    Json.at(a.span().to(), zone),
                    a.deputy().map(d -> d.value()).orElse(null),
                    a.everyWeeks() == 0 ? null : a.everyWeeks()))
        .toList();
  }
}
