package org.feierabend.channels.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.decision.Sentence;

/**
 * Takes the wanted values out of JSON as it passes. Of everything else no object is ever made, and
 * no buffer is kept for the next.
 */
public final class Picker {
  private static final int DEEPEST = 64;
  private static final int LONGEST = 1_024;
  private static final JsonFactory JSON =
      ((JsonFactoryBuilder) JsonFactory.builder())
          .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(100).build())
          .build();

  /** One step of the pointers that are wanted. */
  private static final class Step {
    private final Map<String, Step> below = new HashMap<>();
    private String wanted = "";
  }

  private final Step root = new Step();

  /**
   * @param pointers RFC 6901
   */
  public Picker(Collection<String> pointers) {
    for (String pointer : pointers) {
      Step at = root;
      for (JsonPointer p = JsonPointer.compile(pointer); !p.matches(); p = p.tail())
        at = at.below.computeIfAbsent(p.getMatchingProperty(), name -> new Step());
      at.wanted = pointer;
    }
  }

  /** Reads on from the start of the document's object to its end. */
  public interface Reading<T> {
    T of(JsonParser parser) throws IOException;
  }

  /** Pointer → what stood there; what is absent or null is missing. */
  public Map<String, JsonNode> pick(InputStream body) throws IOException {
    return read(
        body,
        parser -> {
          Map<String, JsonNode> picked = new HashMap<>();
          value(parser, root, picked);
          return picked;
        });
  }

  /** The same for each object of one of the document's arrays; of more than {@code most} none. */
  public List<Map<String, JsonNode>> pickEach(InputStream body, String array, int most)
      throws IOException {
    return read(
        body,
        parser -> {
          List<Map<String, JsonNode>> all = new ArrayList<>();
          while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean wanted = parser.currentName().equals(array);
            if (parser.nextToken() == JsonToken.START_ARRAY && wanted) each(parser, all, most);
            else parser.skipChildren();
          }
          return all;
        });
  }

  private void each(JsonParser parser, List<Map<String, JsonNode>> all, int most)
      throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (all.size() == most)
        throw new Misread(
            "",
            new Sentence(
                "Mehr als %d auf einmal werden nicht gelesen.".formatted(most),
                "No more than %d are read at once.".formatted(most)));
      Map<String, JsonNode> picked = new HashMap<>();
      value(parser, root, picked);
      all.add(picked);
    }
  }

  /** For whoever wants more than single values. */
  public static <T> T read(InputStream body, Reading<T> reading) throws IOException {
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT)
        throw new Misread(
            "", new Sentence("Erwartet wird ein JSON-Objekt.", "A JSON object is expected."));
      T read = reading.of(parser);
      if (parser.nextToken() != null)
        throw new Misread(
            "",
            new Sentence(
                "Nach dem JSON-Objekt kommt noch etwas.",
                "Something follows after the JSON object."));
      return read;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
      throw new Misread(
          "",
          new Sentence(
              "Kein gültiges JSON (bei Zeile %d, Spalte %d).".formatted(line, column),
              "Not well-formed JSON (near line %d, column %d).".formatted(line, column)));
    }
  }

  private static void value(JsonParser parser, Step at, Map<String, JsonNode> picked)
      throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          Step below = at.below.get(parser.currentName());
          parser.nextToken();
          pass(parser, below, picked);
        }
        keep(at, JsonNodeFactory.instance.objectNode(), picked);
      }
      case START_ARRAY -> {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++)
          pass(parser, at.below.get(Integer.toString(i)), picked);
        keep(at, JsonNodeFactory.instance.arrayNode(), picked);
      }
      case VALUE_NULL -> {}
      case VALUE_TRUE, VALUE_FALSE ->
          keep(at, BooleanNode.valueOf(parser.getBooleanValue()), picked);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        if (!at.wanted.isEmpty()) keep(at, DecimalNode.valueOf(parser.getDecimalValue()), picked);
      }
      default -> {
        if (!at.wanted.isEmpty()) keep(at, text(at, parser.getText()), picked);
      }
    }
  }

  private static void pass(JsonParser parser, Step at, Map<String, JsonNode> picked)
      throws IOException {
    if (at == null) parser.skipChildren();
    else value(parser, at, picked);
  }

  private static JsonNode text(Step at, String text) {
    if (text.length() > LONGEST)
      throw new Misread(
          at.wanted,
          new Sentence(
              "Hier stehen mehr als %d Zeichen; ein Wert, der zugeordnet wird, ist kurz."
                  .formatted(LONGEST),
              "There are more than %d characters here; a value that is mapped is short."
                  .formatted(LONGEST)));
    return TextNode.valueOf(text);
  }

  private static void keep(Step at, JsonNode value, Map<String, JsonNode> picked) {
    if (!at.wanted.isEmpty() && picked.put(at.wanted, value) != null)
      throw new Misread(
          at.wanted,
          new Sentence("Dieser Feldname kommt doppelt vor.", "This field name occurs twice."));
  }
}
