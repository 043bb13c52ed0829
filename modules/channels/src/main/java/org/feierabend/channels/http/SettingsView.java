package org.feierabend.channels.http;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.feierabend.people.Person;
import org.feierabend.people.Unit;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.WorkPattern;

/**
 * Everything the directory holds about me.
 *
 * @param availability the calendar I handed in, as it is kept: times alone
 */
record SettingsView(
    String id,
    UnitView unit,
    List<String> mail,
    List<String> chat,
    String externalId,
    String municipality,
    String zone,
    String regime,
    List<String> flags,
    List<String> freeDays,
    Pattern pattern,
    List<WindowsView.Window> focus,
    List<Journey> travel,
    List<TimesView.Absent> absences,
    List<Span> onCall,
    List<Span> shifts,
    List<String> duties,
    List<WindowsView.Window> windows,
    List<Once> oneOffs,
    String availability)
    implements View {
  /** "Quiet until", "available until". */
  record Once(String from, String to, boolean available) {}

  /**
   * @param arrival ISO 8601 duration within which I must be there
   */
  record Span(String from, String to, String duty, String arrival) {}

  /** Weeks of worked days that repeat from the anchor's week on; absent when all are alike. */
  record Pattern(String anchor, List<List<String>> weeks) {}

  /** Dates in another zone, both included. */
  record Journey(String from, String to, String zone) {}

  static SettingsView of(Person person, List<Unit> units, ZoneId zone) {
    PersonFacts facts = person.facts();
    return new SettingsView(
        person.id().value(),
        UnitView.named(person.unit(), units),
        person.addresses().mail(),
        person.addresses().chat(),
        person.addresses().externalId().orElse(null),
        facts.municipality(),
        facts.zone(),
        facts.regime().name().toLowerCase(Locale.ROOT),
        facts.flags().stream()
            .filter(f -> f != PersonFacts.Flag.OWN_HOURS) // the windows themselves say so
            .map(f -> f.name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList(),
        Weekdays.words(facts.hours().freeDays()),
        turns(facts).orElse(null),
        WindowsView.windows(facts.hours().focus()),
        journeys(facts),
        TimesView.absences(facts, zone),
        facts.onCall().stream()
            .map(
                o -> span(o.span(), zone, o.duty(), o.arrival().map(Object::toString).orElse(null)))
            .toList(),
        facts.shifts().stream().map(s -> span(s, zone, null, null)).toList(),
        facts.duties().stream().sorted().toList(),
        facts.windows().map(WindowsView::windows).orElse(null),
        facts.hours().oneOffs().stream()
            .map(
                o ->
                    new Once(
                        Json.at(o.span().from(), zone),
                        Json.at(o.span().to(), zone),
                        o.available()))
            .toList(),
        facts.hours().vavailability().orElse(null));
  }

  /** Weeks that are not all alike. */
  static Optional<Pattern> turns(PersonFacts facts) {
    return facts.hours().pattern().filter(p -> p.weeks().size() > 1).map(SettingsView::pattern);
  }

  static List<Journey> journeys(PersonFacts facts) {
    return facts.travel().stream()
        .map(t -> new Journey(t.from().toString(), t.to().toString(), t.zone()))
        .toList();
  }

  private static Pattern pattern(WorkPattern pattern) {
    return new Pattern(
        pattern.anchor().toString(), pattern.weeks().stream().map(Weekdays::words).toList());
  }

  private static Span span(PersonFacts.Span span, ZoneId zone, String duty, String arrival) {
    return new Span(Json.at(span.from(), zone), Json.at(span.to(), zone), duty, arrival);
  }
}
