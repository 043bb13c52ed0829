package org.feierabend.rulebook;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.feierabend.decision.Sentence;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One value of a YAML file with its place, so that every refusal names file and line. */
record Entry(String place, Node node) {
  private static final int DEEPEST = 20;

  static Entry read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new Unreadable(
          file.toString(), 1, new Sentence("das ist kein Text in UTF-8", "this is no UTF-8 text"));
    } catch (IOException e) {
      throw new Unreadable(file, e);
    }
  }

  static Entry parse(String place, String text) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node == null)
        throw new Unreadable(place, 1, new Sentence("hier steht nichts", "the file is empty"));
      return new Entry(place, node);
    } catch (YAMLException e) {
      throw NoYaml.in(place, text, e);
    }
  }

  /** Refused where it names a file beside it: a text that was sent has no folder. */
  Entry closed() {
    refuseFiles(this, 0);
    return this;
  }

  private static void refuseFiles(Entry entry, int depth) {
    if (depth > DEEPEST)
      throw entry.refuse("das ist zu tief verschachtelt", "this is nested too deeply");
    if (entry.isMap())
      entry
          .map()
          .forEach(
              (key, value) -> {
                if (key.equals("vavailability"))
                  throw value.refuse(
                      "neben einem gesendeten Text liegen keine Dateien",
                      "a text that was sent has no files beside it");
                refuseFiles(value, depth + 1);
              });
    else if (entry.isList()) entry.list().forEach(e -> refuseFiles(e, depth + 1));
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  Unreadable refuse(String reason) {
    return new Unreadable(place, line(), reason);
  }

  Unreadable refuse(String de, String en) {
    return new Unreadable(place, line(), new Sentence(de, en));
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  String text() {
    if (node instanceof ScalarNode s) return s.getValue();
    throw refuse(
        "hier steht ein einzelner Wert, keine Liste und keine Schlüssel",
        "expected one value here, not a list or a mapping");
  }

  boolean truth() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw refuse(
              "hier steht true oder false, nicht „%s“".formatted(text()),
              "expected true or false, but got '%s'".formatted(text()));
    };
  }

  List<Entry> list() {
    if (!(node instanceof SequenceNode s))
      throw refuse("hier steht eine Liste", "expected a list here");
    List<Entry> items = new ArrayList<>();
    for (Node n : s.getValue()) items.add(new Entry(place, n));
    return items;
  }

  /** Keys and values; none where a key is written and nothing behind it. */
  Map<String, Entry> map() {
    if (node.getTag().equals(Tag.NULL)) return Map.of();
    if (!(node instanceof MappingNode m))
      throw refuse("hier stehen Schlüssel und Werte", "expected keys and values here");
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple t : m.getValue()) {
      String key = new Entry(place, t.getKeyNode()).text();
      if (entries.put(key, new Entry(place, t.getValueNode())) != null)
        throw new Entry(place, t.getKeyNode())
            .refuse(
                "der Schlüssel „%s“ steht hier zweimal; bitte einen streichen".formatted(key),
                "the key '%s' stands here twice; please strike one".formatted(key));
    }
    return entries;
  }

  /** The mapping, refused when it has a key that is not among the known ones. */
  Map<String, Entry> map(Set<String> known) {
    Map<String, Entry> entries = map();
    for (Map.Entry<String, Entry> e : entries.entrySet())
      if (!known.contains(e.getKey()))
        throw e.getValue()
            .refuse(
                "unbekannter Schlüssel „%s“; hier gibt es: %s"
                    .formatted(e.getKey(), new TreeSet<>(known)),
                "unknown key '%s'; known here: %s".formatted(e.getKey(), new TreeSet<>(known)));
    return entries;
  }

  Entry need(String key) {
    return Optional.ofNullable(map().get(key))
        .orElseThrow(() -> refuse("„%s“ fehlt".formatted(key), "'%s' is missing".formatted(key)));
  }

  /** Converts the text; whatever the conversion refuses is told with its line. */
  <T> T as(Function<String, T> conversion) {
    try {
      return conversion.apply(text());
    } catch (Unreadable e) {
      throw e;
    } catch (RuntimeException e) {
      Sentence why = Unreadable.told(e);
      throw refuse(
          "„%s“ ist hier nicht lesbar: %s".formatted(text(), why.de()),
          "'%s' cannot be read here: %s".formatted(text(), why.en()));
    }
  }

  <E extends Enum<E>> E as(Class<E> words) {
    String word = text().strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (E known : words.getEnumConstants()) if (known.name().equals(word)) return known;
    List<E> known = List.of(words.getEnumConstants());
    throw refuse(
        "„%s“ ist kein Wort dafür; hier gibt es: %s".formatted(text(), known),
        "'%s' is no word for this; known here: %s".formatted(text(), known));
  }
}
