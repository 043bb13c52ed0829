package org.feierabend.channels.timerecording;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.feierabend.channels.people.CsvTable;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Ref;
import org.feierabend.directory.Complaints;
import org.feierabend.intake.Incoming.Work;

/**
 * Rows {@code person;begin;end}. Each becomes up to two events; the same row gives the same events,
 * so that it counts once however often it comes. What else a row holds is not read.
 *
 * @param complaints bad lines by number; never with a person in them
 */
record WorkTable(List<Work> events, Complaints complaints) {
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "person", List.of("person", "id", "kennung"),
          "begin", List.of("begin", "beginn", "kommen", "from"),
          "end", List.of("end", "ende", "gehen", "to"));

  static WorkTable read(byte[] bytes, String source, ZoneId zone) {
    Complaints unread = new Complaints();
    CsvTable table = CsvTable.read(bytes, unread);
    Complaints complaints = withoutValues(unread);
    List<Work> events = new ArrayList<>();
    int person = column(table, "person");
    int begin = column(table, "begin");
    int end = column(table, "end");
    if (!table.header().isEmpty() && (person < 0 || begin < 0 || end < 0)) {
      complaints.add(
          1, "", "Die erste Zeile heißt person;begin;end.", "The first line is person;begin;end.");
      return new WorkTable(List.of(), complaints);
    }
    for (CsvTable.Row row : table.rows()) {
      List<Work> some = new ArrayList<>();
      if (row.cells().get(person).isBlank())
        complaints.add(
            row.line(),
            "",
            "Die Person fehlt; ihre Kennung ergänzen.",
            "The person is missing; add the id.");
      else if (add(row, person, begin, Work.Change.BEGIN, source, zone, complaints, some)
          && add(row, person, end, Work.Change.END, source, zone, complaints, some)
          && inOrder(row, some, complaints)) events.addAll(some);
    }
    return new WorkTable(events, complaints);
  }

  private static int column(CsvTable table, String wanted) {
    for (int i = 0; i < table.header().size(); i++)
      if (NAMES.get(wanted).contains(table.header().get(i).toLowerCase(Locale.ROOT))) return i;
    return -1;
  }

  private static boolean inOrder(CsvTable.Row row, List<Work> some, Complaints complaints) {
    if (some.size() < 2 || some.get(0).at().isBefore(some.get(1).at())) return true;
    complaints.add(
        row.line(),
        "",
        "Das Ende liegt nicht nach dem Beginn; die Zeile berichtigen.",
        "The end does not come after the begin; mend the line.");
    return false;
  }

  /** An empty cell is no event: somebody is still at work. */
  private static boolean add(
      CsvTable.Row row,
      int person,
      int column,
      Work.Change change,
      String source,
      ZoneId zone,
      Complaints complaints,
      List<Work> events) {
    String text = row.cells().get(column);
    if (text.isBlank()) return true;
    try {
      Instant at = instant(text, zone);
      Ref ref = new Ref(source, change + " " + at);
      events.add(new Work(ref, new PersonId(row.cells().get(person)), change, false, at));
      return true;
    } catch (DateTimeException e) {
      complaints.add(
          row.line(),
          text.length() > 40 ? text.substring(0, 40) : text,
          "Ein Zeitpunkt sieht aus wie 2026-09-16T07:30 oder 2026-09-16T07:30:00+02:00.",
          "A time looks like 2026-09-16T07:30 or 2026-09-16T07:30:00+02:00.");
      return false;
    } catch (IllegalArgumentException e) {
      complaints.add(
          row.line(),
          "",
          "Eine Kennung hat 1 bis 128 Zeichen.",
          "A person's id has 1 to 128 characters.");
      return false;
    }
  }

  /** A local time in a gap moves forward, an ambiguous one is the first. */
  private static Instant instant(String text, ZoneId zone) {
    String iso = text.replace(' ', 'T');
    return iso.length() > 19 || iso.endsWith("Z")
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).atZone(zone).toInstant();
  }

  private static Complaints withoutValues(Complaints unread) {
    Complaints plain = new Complaints();
    unread.list().forEach(c -> plain.add(c.line(), "", c.todo().de(), c.todo().en()));
    return plain;
  }
}
