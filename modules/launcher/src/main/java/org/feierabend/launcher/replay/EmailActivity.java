package org.feierabend.launcher.replay;

import java.nio.file.Path;
import org.feierabend.policy.ActivityLine;

/**
 * {@code sender recipient seconds}: mail among members of the house, the people already numbers,
 * which stay theirs. Seconds are wall-clock local time since the start date.
 */
final class EmailActivity implements FileReader {
  private final FileStart start;

  EmailActivity(FileStart start) {
    this.start = start;
  }

  @Override
  public void line(LineFile.Line line, EventTable table, People people) {
    try {
      ActivityLine said = ActivityLine.read(line.text());
      table.add(
          said.at(start.date(), start.zone()),
          people.staff(said.recipient()),
          line.number(),
          people.staff(said.sender()));
    } catch (ActivityLine.Bad bad) {
      throw new BadLine(bad.why().en(), bad.why().de());
    }
  }

  @Override
  public RowReader rows(Path file, EventTable table, People people, PersonIds ids) {
    return index -> event(table, index, ids);
  }

  private static ReplayEvent event(EventTable table, int index, PersonIds ids) {
    int recipient = table.person(index);
    int sender = (int) table.more(index);
    return new ReplayEvent(
        Integer.toString(table.line(index)),
        table.at(index),
        ReplayEvent.CONTACT,
        recipient,
        EventJson.mail(ids, recipient, sender, sender == recipient ? "SELF" : "COLLEAGUE"));
  }
}
