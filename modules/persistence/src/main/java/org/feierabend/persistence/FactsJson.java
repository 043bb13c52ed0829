package org.feierabend.persistence;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.feierabend.contact.PersonId;
import org.feierabend.timeline.Absence;
import org.feierabend.timeline.PersonFacts;
import org.feierabend.timeline.PersonFacts.Flag;
import org.feierabend.timeline.PersonFacts.Hours;
import org.feierabend.timeline.PersonFacts.OnCall;
import org.feierabend.timeline.PersonFacts.OneOff;
import org.feierabend.timeline.PersonFacts.Regime;
import org.feierabend.timeline.PersonFacts.Roster;
import org.feierabend.timeline.PersonFacts.Span;
import org.feierabend.timeline.PersonFacts.Travel;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;
import org.feierabend.timeline.WorkPattern;

/** Facts as one JSON document and back, exactly; equal facts give equal text. */
final class FactsJson {
  private static final JsonBuilderFactory BUILD = Json.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READ = Json.createReaderFactory(Map.of());

  private FactsJson() {}

  static String write(PersonFacts facts) {
    JsonObjectBuilder out =
        BUILD
            .createObjectBuilder()
            .add("zone", facts.zone())
            .add("regime", facts.regime().name())
            .add("municipality", facts.municipality());
    facts.windows().ifPresent(w -> out.add("windows", array(w, FactsJson::window)));
    addSet(out, "flags", facts.flags(), Flag::name);
    facts.hours().pattern().ifPresent(p -> out.add("pattern", pattern(p)));
    facts.hours().vavailability().ifPresent(ics -> out.add("vavailability", ics));
    if (!facts.hours().focus().isEmpty())
      out.add("focus", array(facts.hours().focus(), FactsJson::window));
    if (!facts.hours().oneOffs().isEmpty())
      out.add("oneOffs", array(facts.hours().oneOffs(), FactsJson::oneOff));
    if (!facts.travel().isEmpty()) out.add("travel", array(facts.travel(), FactsJson::travel));
    addSet(out, "duties", facts.duties(), d -> d);
    if (!facts.absences().isEmpty())
      out.add("absences", array(facts.absences(), FactsJson::absence));
    if (!facts.onCall().isEmpty()) out.add("onCall", array(facts.onCall(), FactsJson::onCall));
    if (!facts.shifts().isEmpty()) out.add("shifts", array(facts.shifts(), FactsJson::span));
    return out.build().toString();
  }

  static PersonFacts read(String json) {
    JsonObject in;
    try (JsonReader reader = READ.createReader(new StringReader(json))) {
      in = reader.readObject();
    }
    return new PersonFacts(
        in.getString("zone"),
        Regime.valueOf(in.getString("regime")),
        set(in, "flags", Flag::valueOf),
        in.getString("municipality"),
        list(in, "travel", FactsJson::travel),
        new Hours(
            in.containsKey("windows")
                ? Optional.of(list(in, "windows", FactsJson::window))
                : Optional.empty(),
            Optional.ofNullable(in.getJsonObject("pattern")).map(FactsJson::pattern),
            Optional.ofNullable(in.getString("vavailability", null)),
            list(in, "focus", FactsJson::window),
            list(in, "oneOffs", FactsJson::oneOff)),
        list(in, "absences", FactsJson::absence),
        new Roster(
            list(in, "shifts", FactsJson::span),
            list(in, "onCall", FactsJson::onCall),
            set(in, "duties", d -> d),
            List.of(),
            List.of()));
  }

  private static JsonObjectBuilder pattern(WorkPattern pattern) {
    JsonArrayBuilder weeks = BUILD.createArrayBuilder();
    for (Set<DayOfWeek> week : pattern.weeks()) weeks.add(names(week, DayOfWeek::name));
    return BUILD
        .createObjectBuilder()
        .add("anchor", pattern.anchor().toString())
        .add("weeks", weeks);
  }

  private static WorkPattern pattern(JsonObject in) {
    return new WorkPattern(
        LocalDate.parse(in.getString("anchor")),
        in.getJsonArray("weeks").stream()
            .map(JsonValue::asJsonArray)
            .map(week -> texts(week, DayOfWeek::valueOf))
            .toList());
  }

  private static JsonObjectBuilder travel(Travel travel) {
    return BUILD
        .createObjectBuilder()
        .add("from", travel.from().toString())
        .add("to", travel.to().toString())
        .add("zone", travel.zone());
  }

  private static Travel travel(JsonObject in) {
    return new Travel(
        LocalDate.parse(in.getString("from")),
        LocalDate.parse(in.getString("to")),
        in.getString("zone"));
  }

  private static JsonObjectBuilder window(WeeklyWindow window) {
    return BUILD
        .createObjectBuilder()
        .add("days", names(window.days(), DayOfWeek::name))
        .add("from", window.from().toString())
        .add("to", window.to().toString());
  }

  private static WeeklyWindow window(JsonObject in) {
    return new WeeklyWindow(
        set(in, "days", DayOfWeek::valueOf),
        LocalTime.parse(in.getString("from")),
        LocalTime.parse(in.getString("to")));
  }

  private static JsonObjectBuilder oneOff(OneOff once) {
    return span(once.span()).add("available", once.available());
  }

  private static OneOff oneOff(JsonObject in) {
    return new OneOff(span(in), in.getBoolean("available"));
  }

  private static JsonObjectBuilder absence(Absence absence) {
    JsonObjectBuilder out = span(absence.span());
    absence.deputy().ifPresent(d -> out.add("deputy", d.value()));
    if (absence.everyWeeks() > 0) out.add("everyWeeks", absence.everyWeeks());
    return out;
  }

  private static Absence absence(JsonObject in) {
    return new Absence(
        span(in),
        Optional.ofNullable(in.getString("deputy", null)).map(PersonId::new),
        in.getInt("everyWeeks", 0));
  }

  private static JsonObjectBuilder onCall(OnCall onCall) {
    JsonObjectBuilder out = span(onCall.span()).add("duty", onCall.duty());
    onCall.arrival().ifPresent(a -> out.add("arrival", a.toString()));
    return out;
  }

  private static OnCall onCall(JsonObject in) {
    return new OnCall(
        span(in),
        in.getString("duty"),
        Optional.ofNullable(in.getString("arrival", null)).map(Duration::parse));
  }

  private static JsonObjectBuilder span(Span span) {
    return BUILD
        .createObjectBuilder()
        .add("from", span.from().toString())
        .add("to", span.to().toString());
  }

  private static Span span(JsonObject in) {
    return new Span(Instant.parse(in.getString("from")), Instant.parse(in.getString("to")));
  }

  private static <T> void addSet(
      JsonObjectBuilder out, String name, Set<T> values, Function<T, String> text) {
    if (!values.isEmpty()) out.add(name, names(values, text));
  }

  private static <T> JsonArrayBuilder names(Set<T> values, Function<T, String> text) {
    JsonArrayBuilder out = BUILD.createArrayBuilder();
    values.stream().sorted().map(text).forEach(out::add);
    return out;
  }

  private static <T> JsonArrayBuilder array(
      Collection<T> values, Function<T, JsonObjectBuilder> write) {
    JsonArrayBuilder out = BUILD.createArrayBuilder();
    for (T value : values) out.add(write.apply(value));
    return out;
  }

  private static <T> Set<T> set(JsonObject in, String name, Function<String, T> read) {
    JsonArray array = in.getJsonArray(name);
    return array == null ? Set.of() : texts(array, read);
  }

  private static <T> Set<T> texts(JsonArray array, Function<String, T> read) {
    return array.getValuesAs(JsonString.class).stream()
        .map(s -> read.apply(s.getString()))
        .collect(Collectors.toSet());
  }

  private static <T> List<T> list(JsonObject in, String name, Function<JsonObject, T> read) {
    JsonArray array = in.getJsonArray(name);
    if (array == null) return List.of();
    return array.stream().map(JsonValue::asJsonObject).map(read).toList();
  }
}
