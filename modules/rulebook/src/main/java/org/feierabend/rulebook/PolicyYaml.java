package org.feierabend.rulebook;

import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes a policy for a file: the keys in the order of the schema, each under its name; what the
 * schema does not know stays at the end, for whoever wrote it to see.
 */
final class PolicyYaml {
  private PolicyYaml() {}

  static String write(Map<String, Object> values) {
    StringBuilder out = new StringBuilder();
    PolicySchema.document()
        .get("properties")
        .properties()
        .forEach(
            key -> {
              if (!values.containsKey(key.getKey())) return;
              out.append("# ").append(key.getValue().at("/x-de/title").asText());
              out.append(" · ").append(key.getValue().get("title").asText()).append('\n');
              out.append(yaml().dump(Map.of(key.getKey(), values.get(key.getKey()))));
            });
    values.forEach(
        (key, value) -> {
          if (!PolicySchema.document().get("properties").has(key))
            out.append(yaml().dump(Map.of(key, value)));
        });
    return out.toString();
  }

  private static Yaml yaml() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setWidth(200);
    return new Yaml(options);
  }
}
