package org.feierabend.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A policy document as JSON values: maps, lists, strings, whole numbers and truth values. What YAML
 * would read as a date or a time of day stays the text it was written as.
 */
final class PolicyTree {
  /** More values than any policy has; stops anchors that multiply. */
  private static final int MOST = 2_000;

  /** Deeper than any policy is; stops an anchor that holds itself. */
  private static final int DEEPEST = 20;

  private int values;

  private PolicyTree() {}

  static Map<String, Object> of(Entry document) {
    return new PolicyTree().map(document, 0);
  }

  private Map<String, Object> map(Entry entry, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    entry.map().forEach((key, value) -> map.put(key, value(value, depth + 1)));
    return map;
  }

  private Object value(Entry entry, int depth) {
    if (depth > DEEPEST)
      throw entry.refuse(
          "eine Vereinbarung ist höchstens %d tief verschachtelt, diese mehr".formatted(DEEPEST),
          "a policy is nested %d deep at most, and this is more".formatted(DEEPEST));
    if (++values > MOST)
      throw entry.refuse(
          "eine Vereinbarung hat höchstens %d Werte, diese mehr".formatted(MOST),
          "a policy has at most %d values, and this has more".formatted(MOST));
    if (entry.isMap()) return map(entry, depth);
    if (entry.isList()) {
      List<Object> list = new ArrayList<>();
      for (Entry e : entry.list()) list.add(value(e, depth + 1));
      return list;
    }
    return scalar((ScalarNode) entry.node());
  }

  private static Object scalar(ScalarNode node) {
    String text = node.getValue();
    if (node.getTag().equals(Tag.INT) && text.matches("-?(0|[1-9][0-9]{0,14})"))
      return Long.valueOf(text);
    if (node.getTag().equals(Tag.BOOL) && (text.equals("true") || text.equals("false")))
      return Boolean.valueOf(text);
    return text;
  }
}
