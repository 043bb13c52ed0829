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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
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
      throw new Unreadable(file.toString(), 1, "this is no UTF-8 text");
    } catch (IOException e) {
      throw new Unreadable(file.toString(), "cannot be read: " + e.getMessage(), e);
    }
  }

  static Entry parse(String place, String text) {
    try {
      LoaderOptions options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      Node node = new Yaml(options).compose(new StringReader(text));
      if (node == null) throw new Unreadable(place, 1, "the file is empty");
      return new Entry(place, node);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new Unreadable(place, line, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      throw new Unreadable(place, 1, e.getMessage());
    }
  }

  /** Refused where it names a file beside it: a text that was sent has no folder. */
  Entry closed() {
    refuseFiles(this, 0);
    return this;
  }

  private static void refuseFiles(Entry entry, int depth) {
    if (depth > DEEPEST) throw entry.refuse("this is nested too deeply");
    if (entry.isMap())
      entry
          .map()
          .forEach(
              (key, value) -> {
                if (key.equals("vavailability"))
                  throw value.refuse("a text that was sent has no files beside it");
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

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  String text() {
    if (node instanceof ScalarNode s) return s.getValue();
    throw refuse("expected one value here, not a list or a mapping");
  }

  boolean truth() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refuse("expected true or false, but got '" + text() + "'");
    };
  }

  List<Entry> list() {
    if (!(node instanceof SequenceNode s)) throw refuse("expected a list here");
    List<Entry> items = new ArrayList<>();
    for (Node n : s.getValue()) items.add(new Entry(place, n));
    return items;
  }

  /** Keys and values; none where a key is written and nothing behind it. */
  Map<String, Entry> map() {
    if (node.getTag().equals(Tag.NULL)) return Map.of();
    if (!(node instanceof MappingNode m)) throw refuse("expected keys and values here");
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple t : m.getValue()) {
      String key = new Entry(place, t.getKeyNode()).text();
      if (entries.put(key, new Entry(place, t.getValueNode())) != null)
        throw new Entry(place, t.getKeyNode()).refuse("the key '" + key + "' stands here twice");
    }
    return entries;
  }

  /** The mapping, refused when it has a key that is not among the known ones. */
  Map<String, Entry> map(Set<String> known) {
    Map<String, Entry> entries = map();
    for (Map.Entry<String, Entry> e : entries.entrySet())
      if (!known.contains(e.getKey()))
        throw e.getValue()
            .refuse("unknown key '%s'; known here: %s".formatted(e.getKey(), new TreeSet<>(known)));
    return entries;
  }

  Entry need(String key) {
    return Optional.ofNullable(map().get(key))
        .orElseThrow(() -> refuse("'" + key + "' is missing"));
  }

  /** Converts the text; whatever the conversion refuses is told with its line. */
  <T> T as(Function<String, T> conversion) {
    try {
      return conversion.apply(text());
    } catch (Unreadable e) {
      throw e;
    } catch (RuntimeException e) {
      throw refuse("'%s' cannot be read here: %s".formatted(text(), e.getMessage()));
    }
  }

  <E extends Enum<E>> E as(Class<E> words) {
    String word = text().strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (E known : words.getEnumConstants()) if (known.name().equals(word)) return known;
    throw refuse(
        "'%s' is no word for this; known here: %s"
            .formatted(text(), List.of(words.getEnumConstants())));
  }
}
