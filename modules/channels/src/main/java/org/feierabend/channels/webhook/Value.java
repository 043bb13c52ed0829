package org.feierabend.channels.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.feierabend.channels.door.Misread;
import org.feierabend.contact.PersonId;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Secret;

/** Where one field of an event comes from. */
sealed interface Value {
  /** Who an address belongs to; empty for everybody outside the house. */
  interface People {
    Optional<PersonId> by(As kind, String address);
  }

  /** How a value is to be read. */
  enum As {
    PLAIN,
    MAIL,
    CHAT,
    SECONDS,
    MILLISECONDS
  }

  /**
   * @param picked pointer → value
   * @return empty where the webhook does not say it
   */
  Optional<JsonNode> of(Map<String, JsonNode> picked, People people);

  /** Where to look when the field is refused. */
  String pointer();

  /** The same in every event. */
  record Constant(JsonNode value) implements Value {
    @Override
    public Optional<JsonNode> of(Map<String, JsonNode> picked, People people) {
      return Optional.of(value);
    }

    @Override
    public String pointer() {
      return "";
    }
  }

  /**
   * What stands at a pointer.
   *
   * @param words what it may be there → what it is here; empty: it is taken as it is
   * @param otherwise for everything that is not among the words, and for nothing
   */
  record From(String pointer, As as, Map<String, JsonNode> words, Optional<JsonNode> otherwise)
      implements Value {
    public From {
      words = Map.copyOf(words);
    }

    @Override
    public Optional<JsonNode> of(Map<String, JsonNode> picked, People people) {
      JsonNode found = picked.get(pointer);
      if (found == null) return otherwise;
      if (found.isContainerNode())
        throw refused("Hier wird ein einzelner Wert erwartet.", "A single value is expected here.");
      if (!words.isEmpty()) return Optional.of(word(found.asText()));
      return Optional.of(as == As.PLAIN ? found : TextNode.valueOf(read(found, people)));
    }

    private JsonNode word(String text) {
      if (words.containsKey(text)) return words.get(text);
      String known = String.join(", ", words.keySet().stream().sorted().toList());
      return otherwise.orElseThrow(
          () ->
              refused(
                  "„%s“ steht nicht in der Zuordnung; bekannt: %s. Ergänzen Sie es oder ein „otherwise“."
                      .formatted(Misread.shown(text), known),
                  "\"%s\" is not in the map; known are: %s. Add it, or an \"otherwise\"."
                      .formatted(Misread.shown(text), known)));
    }

    private String read(JsonNode found, People people) {
      String text = found.asText();
      return switch (as) {
        case MAIL, CHAT -> people.by(as, text).map(PersonId::value).orElseGet(() -> nobody(text));
        case SECONDS -> instant(found, 1_000);
        case MILLISECONDS -> instant(found, 1);
        case PLAIN -> text;
      };
    }

    /** An id nobody has: it is counted as unknown, like every id the directory does not hold. */
    private static String nobody(String address) {
      return "unknown:" + HexFormat.of().formatHex(Secret.sha256(address), 0, 16);
    }

    private String instant(JsonNode found, long millis) {
      try {
        return Instant.ofEpochMilli(
                new java.math.BigDecimal(found.asText())
                    .multiply(java.math.BigDecimal.valueOf(millis))
                    .longValueExact())
            .toString();
      } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
        throw refused(
            "„%s“ ist kein Zeitpunkt in %s seit 1970."
                .formatted(Misread.shown(found.asText()), unit("Sekunden", "Millisekunden")),
            "\"%s\" is no instant in %s since 1970."
                .formatted(Misread.shown(found.asText()), unit("seconds", "milliseconds")));
      }
    }

    private String unit(String seconds, String milliseconds) {
      return as == As.SECONDS ? seconds : milliseconds;
    }

    private Misread refused(String de, String en) {
      return new Misread(pointer, new Sentence(de, en));
    }
  }
}
