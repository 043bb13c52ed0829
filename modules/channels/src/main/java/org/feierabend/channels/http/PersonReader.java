package org.feierabend.channels.http;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.feierabend.contact.PersonId;
import org.feierabend.people.Addresses;
import org.feierabend.people.NewEmployer;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;
import org.feierabend.timeline.WorkPattern;

/** Reads a person of an employer's document, in the words of the scenario files. */
final class PersonReader {
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "unit",
          "mail",
          "chat",
          "external_id",
          "municipality",
          "zone",
          "regime",
          "flags",
          "windows",
          "free_days",
          "pattern",
          "focus",
          "travel",
          "absent",
          "deputy",
          "on_call",
          "shifts",
          "duties");

  private final ZoneId zone;
  private final String municipality;

  PersonReader(ZoneId zone, String municipality) {
    this.zone = zone;
    this.municipality = municipality;
  }

  NewEmployer.NewPerson read(Fields person) {
    person.only(KNOWN);
    Optional<PersonId> deputy = person.parsed("deputy", PersonId::new, "p-4711");
    List<Absence> absences = new ArrayList<>();
    for (Fields absent : person.objects("absent"))
      absences.add(new Absence(span(absent, Set.of("from", "to")), deputy));
    List<PersonFacts.OnCall> onCall = new ArrayList<>();
    for (Fields duty : person.objects("on_call"))
      onCall.add(
          new PersonFacts.OnCall(
              span(duty, Set.of("from", "to", "duty", "arrival")),
              duty.text("duty"),
              duty.parsed("arrival", Duration::parse, "PT20M")));
    List<PersonFacts.Span> shifts = new ArrayList<>();
    for (Fields shift : person.objects("shifts")) shifts.add(span(shift, Set.of("from", "to")));
    return new NewEmployer.NewPerson(
        EmployerReader.required(person, "id", PersonId::new, "p-4711"),
        EmployerReader.required(person, "unit", UnitId::new, "unit-1"),
        addresses(person),
        new PersonFacts(
            person.optional("zone").orElse(zone.getId()),
            person.word("regime", PersonFacts.Regime.class).orElse(PersonFacts.Regime.TARIF),
            flags(person),
            EmployerReader.municipality(person).orElse(municipality),
            travel(person),
            new PersonFacts.Hours(
                windows(person, "windows"),
                pattern(person),
                Optional.empty(),
                windows(person, "focus").orElse(List.of())),
            absences,
            new PersonFacts.Roster(
                shifts, onCall, new HashSet<>(person.texts("duties")), List.of(), List.of())));
  }

  private static Addresses addresses(Fields person) {
    try {
      return new Addresses(
          person.optional("external_id"), person.texts("mail"), person.texts("chat"));
    } catch (IllegalArgumentException e) {
      throw person.expected("mail", "[\"name@example.org\"]");
    }
  }

  private static Set<PersonFacts.Flag> flags(Fields person) {
    return collected(
        person,
        "flags",
        word -> PersonFacts.Flag.valueOf(word.toUpperCase(Locale.ROOT)),
        EnumSet.noneOf(PersonFacts.Flag.class));
  }

  private static Set<DayOfWeek> freeDays(Fields person) {
    return collected(person, "free_days", Weekdays::day, EnumSet.noneOf(DayOfWeek.class));
  }

  /** Weeks that repeat from an anchor on, or the same days off in every week; not both. */
  static Optional<WorkPattern> pattern(Fields person) {
    Set<DayOfWeek> free = freeDays(person);
    Optional<Fields> pattern = person.optionalObject("pattern");
    if (pattern.isEmpty())
      return free.isEmpty() ? Optional.empty() : Optional.of(WorkPattern.without(free));
    if (!free.isEmpty())
      throw Trouble.field(
          person.pointer() + "/free_days",
          "Hier gilt schon „pattern“; freie Tage stehen darin.",
          "There is a \"pattern\" already; days off belong there.");
    Fields given = pattern.get();
    given.only(Set.of("anchor", "weeks"));
    LocalDate anchor = given.date("anchor").orElseThrow(() -> given.missing("anchor"));
    try {
      List<Set<DayOfWeek>> weeks = given.texts("weeks").stream().map(Weekdays::days).toList();
      return Optional.of(new WorkPattern(anchor, weeks));
    } catch (IllegalArgumentException e) {
      throw given.expected("weeks", "[\"MON-FRI\", \"MON-THU\"]");
    }
  }

  static List<PersonFacts.Travel> travel(Fields person) {
    List<PersonFacts.Travel> journeys = new ArrayList<>();
    for (Fields journey : person.objects("travel")) {
      journey.only(Set.of("from", "to", "zone"));
      LocalDate from = journey.date("from").orElseThrow(() -> journey.missing("from"));
      LocalDate to = journey.date("to").orElseThrow(() -> journey.missing("to"));
      if (to.isBefore(from)) throw journey.expected("to", from.toString());
      journeys.add(new PersonFacts.Travel(from, to, journey.text("zone")));
    }
    return journeys;
  }

  private static <T> Set<T> collected(
      Fields person, String name, Function<String, T> reader, Set<T> into) {
    try {
      for (String word : person.texts(name)) into.add(reader.apply(word));
      return into;
    } catch (IllegalArgumentException e) {
      throw person.expected(name, name.equals("flags") ? "[\"head\"]" : "[\"FRI\"]");
    }
  }

  /** {@code {"MON-FRI": "07:00-12:00, 14:00-19:00"}}. */
  private static Optional<List<WeeklyWindow>> windows(Fields person, String name) {
    Optional<Fields> own = person.optionalObject(name);
    if (own.isEmpty()) return Optional.empty();
    List<WeeklyWindow> windows = new ArrayList<>();
    own.get()
        .node()
        .properties()
        .forEach(
            entry -> {
              try {
                Set<DayOfWeek> days = Weekdays.days(entry.getKey());
                for (String span : entry.getValue().asText().split(","))
                  windows.add(window(days, span.trim()));
              } catch (IllegalArgumentException | DateTimeException e) {
                throw person.expected(name, "{\"MON-FRI\": \"07:00-19:00\"}");
              }
            });
    return Optional.of(windows);
  }

  private static WeeklyWindow window(Set<DayOfWeek> days, String span) {
    String[] ends = span.split("-", 2);
    if (ends.length < 2) throw new IllegalArgumentException("A window has a start and an end.");
    LocalTime to =
        ends[1].trim().equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1].trim());
    return new WeeklyWindow(days, LocalTime.parse(ends[0].trim()), to);
  }

  PersonFacts.Span span(Fields span, Set<String> known) {
    span.only(known);
    Instant from = EmployerReader.required(span, "from", t -> instant(t, 0), "2026-08-03");
    Instant to = EmployerReader.required(span, "to", t -> instant(t, 1), "2026-08-21");
    if (!from.isBefore(to))
      throw Trouble.field(
          span.pointer() + "/to",
          "Das Ende muss nach dem Beginn liegen.",
          "The end must come after the start.");
    return new PersonFacts.Span(from, to);
  }

  private Instant instant(String text, int daysAfter) {
    return text.indexOf('T') < 0
        ? LocalDate.parse(text).plusDays(daysAfter).atStartOfDay(zone).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }
}
