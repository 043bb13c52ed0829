package org.feierabend.channels.people;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.feierabend.decision.Sentence;
import org.feierabend.directory.Complaints;

/**
 * A table as spreadsheets write it (RFC 4180 and its relatives): commas, semicolons or tabs,
 * quotes, a byte order mark, UTF-8 or an older encoding. Bad lines are told, not skipped.
 *
 * @param header names of the columns, lower case
 */
public record CsvTable(List<String> header, List<Row> rows, List<Sentence> notes) {
  private static final char MARK = '\uFEFF';
  private static final int SHOWN = 60;

  /**
   * @param line on which the row starts, from 1
   */
  public record Row(int line, List<String> cells) {}

  public static CsvTable read(byte[] bytes, Complaints complaints) {
    List<Sentence> notes = new ArrayList<>();
    String text = decode(bytes, notes);
    if (!text.isEmpty() && text.charAt(0) == MARK) text = text.substring(1);
    List<Row> rows = new Lines(text, separator(text), complaints).rows();
    if (rows.isEmpty()) {
      complaints.add(
          1,
          "",
          "Die Datei ist leer; die erste Zeile nennt die Spalten.",
          "The file is empty; its first line names the columns.");
      return new CsvTable(List.of(), List.of(), notes);
    }
    List<String> header =
        rows.get(0).cells().stream().map(h -> h.strip().toLowerCase(Locale.ROOT)).toList();
    List<Row> whole = new ArrayList<>();
    for (Row row : rows.subList(1, rows.size()))
      if (row.cells().size() == header.size()) whole.add(row);
      else
        complaints.add(
            row.line(),
            shown(String.join(" | ", row.cells())),
            "%d Felder statt %d; Trennzeichen und Anführungszeichen prüfen."
                .formatted(row.cells().size(), header.size()),
            "%d fields instead of %d; check separators and quotes."
                .formatted(row.cells().size(), header.size()));
    return new CsvTable(header, whole, notes);
  }

  static String shown(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }

  private static String decode(byte[] bytes, List<Sentence> notes) {
    if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE)
      return new String(bytes, StandardCharsets.UTF_16LE);
    if (bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF)
      return new String(bytes, StandardCharsets.UTF_16BE);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      notes.add(
          new Sentence(
              "Die Datei ist nicht UTF-8; sie wurde als Latin-1 (Windows-1252) gelesen. Umlaute bitte prüfen.",
              "The file is not UTF-8; it was read as Latin-1 (Windows-1252). Please check umlauts."));
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }

  /** The one of the three that stands most often in the first line. */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    char best = ';';
    long most = 0;
    for (char candidate : new char[] {';', ',', '\t'}) {
      long count = first.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  /** Cuts a text into rows and cells. */
  private static final class Lines {
    private final String text;
    private final char separator;
    private final Complaints complaints;
    private int at;
    private int line = 1;

    Lines(String text, char separator, Complaints complaints) {
      this.text = text;
      this.separator = separator;
      this.complaints = complaints;
    }

    List<Row> rows() {
      List<Row> rows = new ArrayList<>();
      while (at < text.length()) {
        int start = line;
        List<String> cells = row();
        if (cells.size() > 1 || !cells.get(0).isBlank()) rows.add(new Row(start, cells));
      }
      return rows;
    }

    private List<String> row() {
      List<String> cells = new ArrayList<>();
      while (true) {
        cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
        if (at >= text.length()) return cells;
        char end = text.charAt(at++);
        if (end == separator) continue;
        if (end == '\r' && at < text.length() && text.charAt(at) == '\n') at++;
        line++;
        return cells;
      }
    }

    private String plain() {
      int start = at;
      while (at < text.length() && !ends(text.charAt(at))) at++;
      return text.substring(start, at).strip();
    }

    private boolean ends(char c) {
      return c == separator || c == '\n' || c == '\r';
    }

    private String quoted() {
      int from = line;
      StringBuilder cell = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == '\n') line++;
        if (c != '"') cell.append(c);
        else if (at + 1 < text.length() && text.charAt(at + 1) == '"')
          cell.append(text.charAt(at++));
        else {
          at++;
          cell.append(plain()); // what follows a closing quote belongs to the cell
          return cell.toString().strip();
        }
      }
      complaints.add(
          from,
          shown(cell.toString().lines().findFirst().orElse("")),
          "Ein Anführungszeichen wird nicht geschlossen; alles dahinter ist unlesbar.",
          "A quote is never closed; all that follows cannot be read.");
      return cell.toString();
    }
  }
}
