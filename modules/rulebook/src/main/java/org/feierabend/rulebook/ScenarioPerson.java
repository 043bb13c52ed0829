package org.feierabend.rulebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.contact.PersonId;
import org.feierabend.policy.Policy;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.OnCall;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.WorkPattern;

/** Reads the facts of a person in a scenario; what is omitted follows the policy. */
final class ScenarioPerson {
  static final Set<String> KEYS =
      Set.of(
          "name",
          "regime",
          "flags",
          "deputy",
          "municipality",
          "zone",
          "travel",
          "windows",
          "pattern",
          "vavailability",
          "shifts",
          "worked",
          "absent",
          "on-call",
          "duties",
          "free-days",
          "focus",
          "meetings");

  private final Map<String, Entry> keys;
  private final Policy policy;

  private ScenarioPerson(Map<String, Entry> keys, Policy policy) {
    this.keys = keys;
    this.policy = policy;
  }

  static PersonFacts read(Entry entry, Policy policy) {
    return new ScenarioPerson(entry.map(KEYS), policy).facts();
  }

  static PersonFacts ordinary(Policy policy) {
    return new ScenarioPerson(Map.of(), policy).facts();
  }

  private PersonFacts facts() {
    EnumSet<PersonFacts.Flag> flags = EnumSet.noneOf(PersonFacts.Flag.class);
    for (Entry f : list("flags")) flags.add(f.as(PersonFacts.Flag.class));
    Set<String> duties = new HashSet<>();
    for (Entry d : list("duties")) duties.add(d.text());
    return new PersonFacts(
        text("zone", policy.zone().getId()),
        keys.containsKey("regime")
            ? keys.get("regime").as(PersonFacts.Regime.class)
            : PersonFacts.Regime.TARIF,
        flags,
        text("municipality", policy.municipality()),
        list("travel").stream().map(ScenarioPerson::travel).toList(),
        new PersonFacts.Hours(
            Optional.ofNullable(keys.get("windows")).map(WeeklyForm::windows),
            pattern(),
            Optional.ofNullable(keys.get("vavailability")).map(ScenarioPerson::calendar),
            keys.containsKey("focus") ? WeeklyForm.windows(keys.get("focus")) : List.of()),
        absences(),
        new PersonFacts.Roster(
            spans("shifts"),
            list("on-call").stream().map(this::onCall).toList(),
            duties,
            spans("worked"),
            spans("meetings")));
  }

  private List<Span> spans(String key) {
    return list(key).stream().map(s -> span(s, Set.of("from", "to"))).toList();
  }

  private static PersonFacts.Travel travel(Entry entry) {
    entry.map(Set.of("from", "to", "zone"));
    LocalDate from = entry.need("from").as(LocalDate::parse);
    return entry
        .need("to")
        .as(to -> new PersonFacts.Travel(from, LocalDate.parse(to), entry.need("zone").text()));
  }

  /** A file beside the scenario's; read once to refuse here what would fail later. */
  private static String calendar(Entry entry) {
    return entry.as(
        name -> {
          Path file = Path.of(entry.place()).resolveSibling(name);
          try {
            String text = Files.readString(file);
            new Ical4jAvailabilities()
                .between(text, ZoneOffset.UTC, Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
            return text;
          } catch (IOException e) {
            throw new IllegalArgumentException("%s cannot be read".formatted(file), e);
          }
        });
  }

  private Optional<WorkPattern> pattern() {
    if (keys.containsKey("free-days"))
      return Optional.of(WorkPattern.without(keys.get("free-days").as(WeeklyForm::days)));
    if (!keys.containsKey("pattern")) return Optional.empty();
    Entry pattern = keys.get("pattern");
    pattern.map(Set.of("anchor", "weeks"));
    List<Set<DayOfWeek>> weeks =
        pattern.need("weeks").list().stream().map(w -> w.as(WeeklyForm::days)).toList();
    LocalDate anchor = pattern.need("anchor").as(LocalDate::parse);
    return Optional.of(new WorkPattern(anchor, weeks));
  }

  private List<Absence> absences() {
    boolean deputy = keys.containsKey("deputy") && keys.get("deputy").truth();
    Optional<PersonId> stands = deputy ? Optional.of(new PersonId("deputy")) : Optional.empty();
    return list("absent").stream()
        .map(a -> new Absence(span(a, Set.of("from", "to")), stands))
        .toList();
  }

  private OnCall onCall(Entry entry) {
    Span span = span(entry, Set.of("from", "to", "duty", "arrival"));
    Map<String, Entry> given = entry.map();
    return new OnCall(
        span,
        given.containsKey("duty") ? given.get("duty").text() : "",
        Optional.ofNullable(given.get("arrival")).map(a -> a.as(java.time.Duration::parse)));
  }

  /** Instants, or dates of which the last is included. */
  private Span span(Entry entry, Set<String> known) {
    entry.map(known);
    Instant from =
        entry.need("from").as(t -> isDate(t) ? startOf(LocalDate.parse(t)) : Scenario.instant(t));
    Instant to =
        entry
            .need("to")
            .as(t -> isDate(t) ? startOf(LocalDate.parse(t).plusDays(1)) : Scenario.instant(t));
    if (!from.isBefore(to)) throw entry.refuse("this span must end after it starts");
    return new Span(from, to);
  }

  private Instant startOf(LocalDate date) {
    ZoneId zone = policy.zone();
    try {
      zone = ZoneId.of(text("zone", zone.getId()));
    } catch (DateTimeException unknown) {
      // an unknown zone is a fact to decide on; the employer's day is near enough for its dates
    }
    return date.atStartOfDay(zone).toInstant();
  }

  private static boolean isDate(String text) {
    return text.length() == 10;
  }

  private List<Entry> list(String key) {
    return keys.containsKey(key) ? keys.get(key).list() : List.of();
  }

  private String text(String key, String standard) {
    return keys.containsKey(key) ? keys.get(key).text() : standard;
  }
}
