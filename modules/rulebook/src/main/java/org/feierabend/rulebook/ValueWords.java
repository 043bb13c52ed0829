package org.feierabend.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
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
    if (value instanceof Map<?, ?> map) {
      StringJoiner de = new StringJoiner("; ");
      StringJoiner en = new StringJoiner("; ");
      for (Map.Entry<?, ?> part : map.entrySet()) {
        JsonNode inner = schema.path("properties").path(part.getKey().toString());
        Sentence name = PolicySchema.title(inner, part.getKey().toString());
        Sentence said = of(inner, part.getValue());
        de.add(name.de() + ": " + said.de());
        en.add(name.en() + ": " + said.en());
      }
      return new Sentence(de.toString(), en.toString());
    }
    JsonNode items = schema.path("items");
    if (value instanceof List<?> list && (items.has("enum") || items.has("properties"))) {
      if (list.isEmpty()) return of(value);
      String between = items.has("enum") ? ", " : " | ";
      StringJoiner de = new StringJoiner(between);
      StringJoiner en = new StringJoiner(between);
      for (Object item : list) {
        Sentence said = of(items, item);
        de.add(said.de());
        en.add(said.en());
      }
      return new Sentence(de.toString(), en.toString());
    }
    return schema.has("enum") ? PolicySchema.word(value.toString()) : of(value);
  }

  static Sentence of(Object value) {
    if (value instanceof Boolean truth)
      return truth ? new Sentence("ja", "yes") : new Sentence("nein", "no");
    if (value instanceof List<?> list) {
      if (list.isEmpty()) return new Sentence("nichts", "nothing");
      boolean hours = list.size() == 2 && list.get(0).toString().matches("\\d\\d:\\d\\d");
      StringJoiner de = new StringJoiner(hours ? "–" : ", ");
      StringJoiner en = new StringJoiner(hours ? "–" : ", ");
      for (Object item : list) {
        de.add(of(item).de());
        en.add(of(item).en());
      }
      return new Sentence(de.toString(), en.toString());
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
    StringJoiner de = new StringJoiner(" ");
    StringJoiner en = new StringJoiner(" ");
    for (Sentence part :
        List.of(
            unit(p.getYears(), "Jahr", "Jahre", "year"),
            unit(p.getMonths(), "Monat", "Monate", "month"),
            unit(p.getDays(), "Tag", "Tage", "day")))
      if (!part.de().startsWith("0 ")) {
        de.add(part.de());
        en.add(part.en());
      }
    return p.isZero() ? unit(0, "Tag", "Tage", "day") : new Sentence(de.toString(), en.toString());
  }

  private static Sentence unit(long n, String one, String many, String en) {
    return new Sentence(n + " " + (n == 1 ? one : many), n + " " + en + (n == 1 ? "" : "s"));
  }
}
