package org.feierabend.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.feierabend.decision.BadValue;

/**
 * The figures of a year of open data, ours or another city's, as they lie in its ZIP.
 *
 * @param counted what the indicators count, as its dictionary says
 */
public record OpenDataTable(List<Row> rows, String counted) {
  private static final int MOST_BYTES = 32 << 20;

  /**
   * One line of the table.
   *
   * @param unit empty: everybody
   * @param interval empty: not shown
   */
  public record Row(String period, String unit, String indicator, Optional<Interval> interval) {}

  /** 95 % interval of a share, in per cent. */
  public record Interval(BigDecimal low, BigDecimal high) {
    public Interval {
      if (low.compareTo(high) > 0)
        throw new IllegalArgumentException(
            "An interval's low end must not be above its high end, but got %s and %s."
                .formatted(low, high));
    }
  }

  /**
   * @throws IllegalArgumentException when it is no bundle of open data
   */
  public static OpenDataTable read(byte[] zip) {
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream in =
        new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (!e.getName().equals("figures.csv") && !e.getName().equals("dictionary.csv")) continue;
        byte[] content = in.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES)
          throw new BadValue(
              "%s ist zu groß.".formatted(e.getName()), "%s is too big.".formatted(e.getName()));
        files.put(e.getName(), new String(content, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new BadValue(
          "Das ZIP ist nicht lesbar: " + e.getMessage(),
          "This is no readable ZIP: " + e.getMessage());
    }
    if (!files.containsKey("figures.csv") || !files.containsKey("dictionary.csv"))
      throw new BadValue(
          "Das ist kein Bündel offener Daten: figures.csv oder dictionary.csv fehlt.",
          "This is no bundle of open data: figures.csv or dictionary.csv is missing.");
    return new OpenDataTable(rows(files.get("figures.csv")), counted(files.get("dictionary.csv")));
  }

  private static List<Row> rows(String csv) {
    List<List<String>> lines = csv(csv);
    List<String> names = lines.get(0);
    List<Row> rows = new ArrayList<>();
    for (List<String> line : lines.subList(1, lines.size()))
      rows.add(
          new Row(
              field(names, line, "period"),
              field(names, line, "unit"),
              field(names, line, "indicator"),
              field(names, line, "low").isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      new Interval(
                          new BigDecimal(field(names, line, "low")),
                          new BigDecimal(field(names, line, "high"))))));
    return rows;
  }

  private static String counted(String dictionary) {
    return csv(dictionary).stream()
        .filter(line -> line.get(0).equals("indicator"))
        .findFirst()
        .orElseThrow(
            () ->
                new BadValue(
                    "dictionary.csv sagt nicht, was gezählt ist.",
                    "dictionary.csv does not say what is counted."))
        .get(2);
  }

  private static String field(List<String> names, List<String> line, String name) {
    int at = names.indexOf(name);
    if (at < 0 || at >= line.size())
      throw new BadValue(
          "figures.csv hat keine Spalte „%s“.".formatted(name),
          "figures.csv has no column '%s'.".formatted(name));
    return line.get(at);
  }

  /** RFC 4180. */
  private static List<List<String>> csv(String text) {
    List<List<String>> lines = new ArrayList<>();
    List<String> line = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        field.append(c);
        i++;
      } else if (c == '"') quoted = !quoted;
      else if (quoted || (c != ',' && c != '\n' && c != '\r')) field.append(c);
      else if (c != '\r') {
        line.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          lines.add(line);
          line = new ArrayList<>();
        }
      }
    }
    if (lines.isEmpty())
      throw new BadValue("Eine Tabelle ohne Zeile ist keine.", "A table without a line is none.");
    return lines;
  }
}
