package org.feierabend.channels.http;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.feierabend.people.Person;
import org.feierabend.people.Unit;
import org.feierabend.timeline.PersonFacts;

/** Everything the directory holds about me. */
record SettingsView(
    String id,
    UnitView unit,
    String municipality,
    String zone,
    String regime,
    List<String> flags,
    List<String> freeDays,
    List<Span> absences,
    List<Span> onCall,
    List<Span> shifts,
    List<String> duties,
    List<WindowsView.Window> windows)
    implements View {
  record Span(String from, String to, String duty, String deputy) {}

  static SettingsView of(Person person, List<Unit> units, ZoneId zone) {
    PersonFacts facts = person.facts();
    return new SettingsView(
        person.id().value(),
        UnitView.named(person.unit(), units),
        facts.municipality(),
        facts.zone(),
        facts.regime().name().toLowerCase(Locale.ROOT),
        facts.flags().stream()
            .filter(f -> f != PersonFacts.Flag.OWN_HOURS) // the windows themselves say so
            .map(f -> f.name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList(),
        Weekdays.words(facts.hours().freeDays()),
        facts.absences().stream()
            .map(a -> span(a.span(), zone, null, a.deputy().map(d -> d.value()).orElse(null)))
            .toList(),
        facts.onCall().stream().map(o -> span(o.span(), zone, o.duty(), null)).toList(),
        facts.shifts().stream().map(s -> span(s, zone, null, null)).toList(),
        facts.duties().stream().sorted().toList(),
        facts.windows().map(WindowsView::windows).orElse(null));
  }

  private static Span span(PersonFacts.Span span, ZoneId zone, String duty, String deputy) {
    return new Span(Json.at(span.from(), zone), Json.at(span.to(), zone), duty, deputy);
  }
}
