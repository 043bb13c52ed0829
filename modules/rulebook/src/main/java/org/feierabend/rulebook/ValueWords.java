package org.feierabend.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.feierabend.decision.Sentence;

/** Values of a policy as people say them: 12 hours, 3 years, yes. */
final class ValueWords {
  private static final DateTimeFormatter DAY_DE = DateTimeFormatter.ofPattern("dd.MM.uuuu");
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

  private ValueWords() {}

  /**
   * @param schema of the value: how its choices and what stands in it are called
   */
  static Sentence of(JsonNode schema, Object value) {
    if (value instanceof Map<?, ?> map)
      return joined("; ", map.entrySet().stream().map(part -> named(schema, part)));
    JsonNode items = schema.path("items");
    if (value instanceof List<?> list
        && !list.isEmpty()
        && (items.has("enum") || items.has("properties")))
      return joined(items.has("enum") ? ", " : " | ", list.stream().map(item -> of(items, item)));
    return schema.has("enum") ? PolicySchema.word(value.toString()) : of(value);
  }

  private static Sentence named(JsonNode schema, Map.Entry<?, ?> part) {
    String key = part.getKey().toString();
    JsonNode inner = within(schema, key);
    return joined(": ", Stream.of(PolicySchema.title(inner, key), of(inner, part.getValue())));
  }

  /** What the schema says of a part of a value, be its key a word or, such as a quarter, data. */
  static JsonNode within(JsonNode schema, String key) {
    JsonNode known = schema.path("properties").path(key);
    JsonNode named = schema.path("patternProperties");
    return known.isMissingNode() && !named.isEmpty() ? named.iterator().next() : known;
  }

  private static Sentence joined(String between, Stream<Sentence> parts) {
    List<Sentence> all = parts.toList();
    return new Sentence(
        all.stream().map(Sentence::de).collect(Collectors.joining(between)),
        all.stream().map(Sentence::en).collect(Collectors.joining(between)));
  }

  static Sentence of(Object value) {
    if (value instanceof Boolean truth)
      return truth ? new Sentence("ja", "yes") : new Sentence("nein", "no");
    if (value instanceof List<?> list) {
      if (list.isEmpty()) return new Sentence("nichts", "nothing");
      boolean hours = list.size() == 2 && list.get(0).toString().matches("\\d\\d:\\d\\d");
      return joined(hours ? "–" : ", ", list.stream().map(ValueWords::of));
    }
    String text = PolicyBounds.text(value);
    if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
      LocalDate day = LocalDate.parse(text);
      return new Sentence(DAY_DE.format(day), DAY_EN.format(day));
    }
    if (text.isBlank()) return new Sentence("nichts", "nothing");
    if (text.matches("P(\\d+D)?(T.+)?") && text.length() > 1) return duration(text);
    if (text.matches("P[0-9YMWD]+")) return period(Period.parse(text));
    return new Sentence(text, text);
  }

  private static Sentence duration(String text) {
    Duration d = Duration.parse(text);
    if (text.endsWith("D")) return unit(d.toDays(), "Tag", "Tage", "day");
    if (d.toMinutesPart() == 0) return unit(d.toHours(), "Stunde", "Stunden", "hour");
    Sentence minutes = unit(d.toMinutesPart(), "Minute", "Minuten", "minute");
    if (d.toHours() == 0) return minutes;
    Sentence hours = unit(d.toHours(), "Stunde", "Stunden", "hour");
    return new Sentence(hours.de() + " " + minutes.de(), hours.en() + " " + minutes.en());
  }

  private static Sentence period(Period p) {
    if (p.isZero()) return unit(0, "Tag", "Tage", "day");
    return joined(
        " ",
        Stream.of(
                unit(p.getYears(), "Jahr", "Jahre", "year"),
                unit(p.getMonths(), "Monat", "Monate", "month"),
                unit(p.getDays(), "Tag", "Tage", "day"))
            .filter(part -> !part.de().startsWith("0 ")));
  }

  private static Sentence unit(long n, String one, String many, String en) {
    return new Sentence(n + " " + (n == 1 ? one : many), n + " " + en + (n == 1 ? "" : "s"));
  }
}
