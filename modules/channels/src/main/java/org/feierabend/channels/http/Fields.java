package org.feierabend.channels.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.feierabend.decision.Sentence;

/** Reads fields of a JSON object and says which one is not as expected, never what it held. */
record Fields(JsonNode node, String pointer) {
  String text(String name) {
    return optional(name).orElseThrow(() -> missing(name));
  }

  Optional<String> optional(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) return Optional.empty();
    if (!value.isTextual()) throw expected(name, "\"text\"");
    if (value.textValue().isBlank())
      throw Trouble.field(
          pointer + "/" + name,
          "Das Feld „%s“ ist leer.".formatted(name),
          "The field \"%s\" is empty.".formatted(name));
    return Optional.of(value.textValue());
  }

  boolean flag(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) return false;
    if (!value.isBoolean()) throw expected(name, "true");
    return value.booleanValue();
  }

  /** A whole number between the two, both included. */
  Optional<Integer> whole(String name, int least, int most) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) return Optional.empty();
    if (!value.canConvertToExactIntegral() || !value.canConvertToInt())
      throw expected(name, Integer.toString(least));
    if (value.intValue() < least || value.intValue() > most)
      throw Trouble.field(
          pointer + "/" + name,
          "Das Feld „%s“ liegt zwischen %d und %d.".formatted(name, least, most),
          "The field \"%s\" lies between %d and %d.".formatted(name, least, most));
    return Optional.of(value.intValue());
  }

  /** The texts of an array; none when the field is absent. */
  List<String> texts(String name) {
    JsonNode list = node.path(name);
    if (!list.isMissingNode() && !list.isNull() && !list.isArray()) throw expected(name, "[…]");
    List<String> texts = new ArrayList<>(list.size());
    for (JsonNode text : list) {
      if (!text.isTextual()) throw expected(name, "[\"text\"]");
      texts.add(text.textValue());
    }
    return texts;
  }

  Fields object(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) throw missing(name);
    if (!value.isObject()) throw expected(name, "{…}");
    return new Fields(value, pointer + "/" + name);
  }

  Optional<Fields> optionalObject(String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(object(name));
  }

  /** The array's elements; none when the field is absent. */
  Iterable<Fields> objects(String name) {
    JsonNode value = node.path(name);
    if (!value.isMissingNode() && !value.isNull() && !value.isArray()) throw expected(name, "[…]");
    List<Fields> elements = new ArrayList<>(value.size());
    for (int i = 0; i < value.size(); i++) {
      Fields element = new Fields(value.get(i), pointer + "/" + name + "/" + i);
      if (!value.get(i).isObject())
        throw Trouble.field(
            element.pointer, "Hier wird ein Objekt erwartet.", "An object is expected here.");
      elements.add(element);
    }
    return elements;
  }

  <E extends Enum<E>> Optional<E> word(String name, Class<E> type) {
    return optional(name)
        .map(
            text ->
                Arrays.stream(type.getEnumConstants())
                    .filter(e -> e.name().equalsIgnoreCase(text))
                    .findFirst()
                    .orElseThrow(() -> allowed(name, type)));
  }

  Optional<Instant> instant(String name) {
    return parsed(name, t -> OffsetDateTime.parse(t).toInstant(), "2026-01-05T18:00:00+01:00");
  }

  Optional<LocalDate> date(String name) {
    return parsed(name, LocalDate::parse, "2026-01-05");
  }

  /** Midnight at the end of a day may be written 24:00. */
  Optional<LocalTime> time(String name) {
    return parsed(name, t -> t.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(t), "07:00");
  }

  /**
   * @param reader may throw an IllegalArgumentException or DateTimeException
   */
  <T> Optional<T> parsed(String name, Function<String, T> reader, String example) {
    try {
      return optional(name).map(reader);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw expected(name, example);
    }
  }

  /** Strict reading: a field that is not known is refused. */
  void only(java.util.Set<String> known) {
    for (var field : node.properties())
      if (!known.contains(field.getKey()))
        throw Trouble.field(
            pointer + "/" + field.getKey(),
            "Dieses Feld ist hier unbekannt.",
            "This field is not known here.");
  }

  Trouble wrong(String name, Sentence why) {
    return Trouble.field(pointer + "/" + name, why.de(), why.en());
  }

  Trouble missing(String name) {
    return Trouble.field(
        pointer + "/" + name,
        "Das Feld „%s“ fehlt.".formatted(name),
        "The field \"%s\" is missing.".formatted(name));
  }

  Trouble expected(String name, String example) {
    return Trouble.field(
        pointer + "/" + name,
        "Im Feld „%s“ wird etwas wie %s erwartet.".formatted(name, example),
        "The field \"%s\" should be something like %s.".formatted(name, example));
  }

  <E extends Enum<E>> Trouble allowed(String name, Class<E> type) {
    String words =
        String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    return Trouble.field(
        pointer + "/" + name,
        "Im Feld „%s“ ist erlaubt: %s.".formatted(name, words),
        "In the field \"%s\" allowed is: %s.".formatted(name, words));
  }
}
