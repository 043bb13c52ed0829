package org.feierabend.channels.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.feierabend.decision.Sentence;
import org.feierabend.report.Figure;
import org.feierabend.report.Report;

/**
 * A report for machines: the same rows as CSV (RFC 4180, UTF-8) and as JSON, with what each column
 * means.
 */
final class ReportTable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Column → meaning; in the order of the columns. */
  private static final Map<String, Sentence> COLUMNS = new LinkedHashMap<>();

  static {
    column("period", "Zeitraum des Berichts, wie 2026-Q1", "Period of the report, such as 2026-Q1");
    column("unit", "Kennung der Einheit; leer: alle zusammen", "Key of the unit; empty: everybody");
    column("name_de", "Name der Einheit", "Name of the unit in German");
    column("name_en", "Name der Einheit auf Englisch", "Name of the unit in English");
    column("headcount", "Personen der Einheit im Quartal", "People of the unit in the quarter");
    column(
        "indicator",
        "Was gezählt wird: contacts-outside-window (mindestens 5 Kontakte außerhalb der eigenen Zeiten), meetings-outside-frame (mindestens eine Besprechung außerhalb von Rahmen- oder Kernzeit), rest-cut-short (mindestens eine verkürzte Ruhezeit), meetings-without-break (mindestens 3 Besprechungen ohne Pause davor), telework-day (mindestens ein Tag Telearbeit), je Person und Woche",
        "What is counted: contacts-outside-window (at least 5 contacts outside one's own hours), meetings-outside-frame (at least one meeting outside frame or core time), rest-cut-short (at least one rest cut short), meetings-without-break (at least 3 meetings without a break before), telework-day (at least one day of telework), for each person and week");
    column("from", "erste gemittelte Woche (ISO 8601)", "first week averaged (ISO 8601)");
    column("to", "letzte gemittelte Woche", "last week averaged");
    column("weeks", "Anzahl gemittelter Wochen", "number of weeks averaged");
    column(
        "share",
        "Anteil der Personen in Prozent, verrauscht; unter 10 steht 10, über 90 steht 90",
        "share of the people in per cent, noised; below 10 says 10, above 90 says 90");
    column(
        "low",
        "untere Grenze des 95-%-Bereichs, Prozent",
        "lower end of the 95 % interval, per cent");
    column(
        "high",
        "obere Grenze des 95-%-Bereichs, Prozent",
        "upper end of the 95 % interval, per cent");
    column("text", "der Anteil, wie er zu lesen ist", "the share as it is to be read");
    column(
        "since_before",
        "gegenüber ebenso vielen Wochen davor: higher, lower, not-proven, nothing-to-compare",
        "against as many weeks before: higher, lower, not-proven, nothing-to-compare");
    column("since_year", "ebenso gegenüber dem Vorjahr", "the same against the year before");
    column(
        "why_not",
        "warum nichts gezeigt wird: not-reported-separately, too-small, too-few-weeks",
        "why nothing is shown: not-reported-separately, too-small, too-few-weeks");
  }

  private ReportTable() {}

  static String csv(Report report) {
    return csv(List.of(report));
  }

  /** Several reports one below the other, under one line of names. */
  static String csv(List<Report> reports) {
    StringBuilder csv = new StringBuilder(String.join(",", COLUMNS.keySet())).append("\r\n");
    for (Report report : reports)
      for (Map<String, String> line : lines(report)) csv.append(csvLine(line.values()));
    return csv.toString();
  }

  /** What the columns mean, as CSV. */
  static String dictionary() {
    StringBuilder csv = new StringBuilder("column,de,en\r\n");
    COLUMNS.forEach((name, s) -> csv.append(csvLine(List.of(name, s.de(), s.en()))));
    return csv.toString();
  }

  static String json(Report report) {
    ObjectNode json = JSON.createObjectNode();
    json.put("employer", report.employer());
    json.put("kind", report.period().kind().key());
    json.put("period", report.period().label());
    ArrayNode weeks = json.putArray("weeks");
    report.weeks().forEach(w -> weeks.add(w.toString()));
    report
        .newest()
        .ifPresent(
            release -> {
              ObjectNode guarantee = json.putObject("guarantee");
              guarantee.put("rho_year", release.rhoYear().toString());
              guarantee.put("sigma2", release.sigma2().toString());
              guarantee.put("k", release.plan().k());
              guarantee.put("edition", release.edition());
              guarantee.put("ledger_row", release.hash());
            });
    ArrayNode rows = json.putArray("rows");
    for (Map<String, String> line : lines(report)) {
      ObjectNode row = rows.addObject();
      line.forEach((name, value) -> put(row, name, value));
    }
    ArrayNode statement = json.putArray("statement");
    for (Sentence s : report.statement()) statement.addObject().put("de", s.de()).put("en", s.en());
    ObjectNode dictionary = json.putObject("dictionary");
    COLUMNS.forEach((name, s) -> dictionary.putObject(name).put("de", s.de()).put("en", s.en()));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Plain texts always make JSON.", e);
    }
  }

  private static void put(ObjectNode row, String name, String value) {
    if (value.isEmpty()) row.putNull(name);
    else if (List.of("headcount", "weeks").contains(name)) row.put(name, Integer.parseInt(value));
    else if (List.of("share", "low", "high").contains(name))
      row.put(name, new java.math.BigDecimal(value));
    else row.put(name, value);
  }

  private static List<Map<String, String>> lines(Report report) {
    List<Map<String, String>> lines = new ArrayList<>();
    for (Report.Row row : report.rows())
      for (Report.Cell cell : row.cells()) {
        Map<String, String> line = new LinkedHashMap<>();
        COLUMNS.keySet().forEach(name -> line.put(name, ""));
        line.put("period", report.period().label());
        row.unit().ifPresent(unit -> line.put("unit", unit.value()));
        line.put("name_de", row.name().de());
        line.put("name_en", row.name().en());
        line.put("headcount", Integer.toString(row.headcount()));
        line.put("indicator", cell.indicator().key());
        figure(line, cell);
        lines.add(line);
      }
    return lines;
  }

  private static void figure(Map<String, String> line, Report.Cell cell) {
    if (cell.figure() instanceof Figure.NotShown not) {
      line.put("why_not", key(not.why()));
      return;
    }
    Figure.Shown shown = (Figure.Shown) cell.figure();
    line.put("from", shown.from().toString());
    line.put("to", shown.to().toString());
    line.put("weeks", Integer.toString(shown.weeks()));
    line.put("share", shown.share().toPlainString());
    line.put("low", shown.low().toPlainString());
    line.put("high", shown.high().toPlainString());
    line.put("text", shown.text());
    line.put("since_before", key(cell.sinceBefore()));
    line.put("since_year", key(cell.sinceYear()));
  }

  static String key(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A text that a spreadsheet would take for a formula is told to be a text. */
  static String csvLine(Iterable<String> values) {
    return csvLine(values, ',');
  }

  static String csvLine(Iterable<String> values, char separator) {
    return java.util.stream.StreamSupport.stream(values.spliterator(), false)
            .map(v -> v.matches("(?s)[=+@\\-\t\r].*") ? "'" + v : v)
            .map(
                v ->
                    v.matches("(?s).*[\"\r\n" + separator + "].*")
                        ? '"' + v.replace("\"", "\"\"") + '"'
                        : v)
            .collect(Collectors.joining(String.valueOf(separator)))
        + "\r\n";
  }

  private static void column(String name, String de, String en) {
    COLUMNS.put(name, new Sentence(de, en));
  }
}
