package org.feierabend.launcher.replay;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/**
 * {@code author<TAB>ISO date with offset}, as {@code git log --format='%an%x09%aI'} writes it. A
 * commit is work of its author, never a contact.
 */
final class GitLog implements FileReader {
  @Override
  public void line(LineFile.Line line, EventTable table, People people) {
    String text = line.text();
    int tab = text.lastIndexOf('\t');
    if (tab <= 0)
      throw new BadLine(
          "it must read 'author<TAB>date with offset'",
          "sie muss „Autor<TAB>Datum mit Versatz“ lauten");
    String author = text.substring(0, tab).strip();
    if (author.isEmpty())
      throw new BadLine("it has no author before the tab", "vor dem Tabulator steht kein Autor");
    try {
      var at = Years.check(OffsetDateTime.parse(text.substring(tab + 1).strip()).toInstant());
      table.add(at, people.staff(people.named(author)), line.number(), 0);
    } catch (DateTimeException e) {
      throw new BadLine(
          "the date must read like 2026-01-05T17:30:00+01:00",
          "das Datum muss aussehen wie 2026-01-05T17:30:00+01:00");
    }
  }

  @Override
  public RowReader rows(Path file, EventTable table, People people, PersonIds ids) {
    return index -> event(table, index, ids);
  }

  private static ReplayEvent event(EventTable table, int index, PersonIds ids) {
    return new ReplayEvent(
        Integer.toString(table.line(index)),
        table.at(index),
        ReplayEvent.WORK,
        table.person(index),
        EventJson.work(ids, table.person(index), "END"));
  }
}
