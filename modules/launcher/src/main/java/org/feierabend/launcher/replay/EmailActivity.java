package org.feierabend.launcher.replay;

import java.nio.file.Path;

/**
 * {@code sender recipient seconds}: mail among members of the house, the people already numbers,
 * which stay theirs. Seconds are wall-clock local time since the start date.
 */
final class EmailActivity implements FileReader {
  private static final long HIGHEST_NUMBER = 9_999_999;

  private final FileStart start;

  EmailActivity(FileStart start) {
    this.start = start;
  }

  @Override
  public void line(LineFile.Line line, EventTable table, People people) {
    String[] words = line.text().strip().split("\\s+", 5);
    if (words.length != 3)
      throw new BadLine(
          "it must read 'sender recipient seconds', but has %s words"
              .formatted(words.length > 4 ? "more than 4" : words.length),
          "sie muss „Absender Empfänger Sekunden“ lauten, hat aber %s Wörter"
              .formatted(words.length > 4 ? "mehr als 4" : words.length));
    int sender = (int) whole(words[0], "sender", HIGHEST_NUMBER);
    int recipient = (int) whole(words[1], "recipient", HIGHEST_NUMBER);
    var at = start.after(whole(words[2], "seconds", Long.MAX_VALUE));
    table.add(at, people.staff(recipient), line.number(), people.staff(sender));
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

  private static long whole(String word, String what, long highest) {
    long value = 0;
    boolean digits = !word.isEmpty() && word.length() <= 18;
    for (int i = 0; digits && i < word.length(); i++) {
      int digit = word.charAt(i) - '0';
      digits = digit >= 0 && digit <= 9;
      value = 10 * value + digit;
    }
    if (!digits || value > highest)
      throw new BadLine(
          "the %s must be a whole number from 0 to %d".formatted(what, highest),
          "%s muss eine ganze Zahl von 0 bis %d sein".formatted(what, highest));
    return value;
  }
}
