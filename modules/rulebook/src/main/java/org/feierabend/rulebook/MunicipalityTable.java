package org.feierabend.rulebook;

import java.util.Map;

/** The list of municipalities as a table of the page. */
final class MunicipalityTable {
  private MunicipalityTable() {}

  static String of(Entry list) {
    StringBuilder table = new StringBuilder();
    table
        .append(list.need("source").text())
        .append(", ")
        .append(list.need("census").text())
        .append("\n\nIn every municipality of · in jeder Gemeinde der Landkreise: ")
        .append(
            String.join(
                ", ",
                list.need("districts").need("assumption").map().values().stream()
                    .map(Entry::text)
                    .toList()))
        .append(" (")
        .append(list.need("districts").need("source").text())
        .append(").\n\n| key | municipality | Mariä Himmelfahrt | also |\n|---|---|---|---|\n");
    list.need("municipalities").map().forEach((key, m) -> table.append(row(key, m)));
    return table.toString();
  }

  private static String row(String key, Entry m) {
    Map<String, Entry> keys = m.map();
    return "| %s | %s | %s | %s |\n"
        .formatted(
            key,
            m.need("name").text(),
            m.need("assumption").truth() ? "ja · yes" : "nein · no",
            keys.containsKey("also")
                ? String.join(", ", keys.get("also").list().stream().map(Entry::text).toList())
                : "");
  }
}
