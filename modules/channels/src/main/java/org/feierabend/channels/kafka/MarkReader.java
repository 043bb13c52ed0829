package org.feierabend.channels.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.feierabend.intake.DeadLetters.DeadLetter;
import org.feierabend.report.Mark;
import org.feierabend.report.WeekKey;

/** Opens the marks of one batch; what does not open is a dead letter. */
final class MarkReader {
  private final WeekKey key;
  private final List<Mark> marks = new ArrayList<>();
  private final List<DeadLetter> corrupt = new ArrayList<>();

  MarkReader(WeekKey key) {
    this.key = Objects.requireNonNull(key, "key");
  }

  void read(ConsumerRecord<byte[], byte[]> record) {
    try {
      marks.add(Mark.fromBytes(key.open(record.value())));
    } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
      corrupt.add(
          new DeadLetter("corrupt-mark", "marks", record.partition(), record.offset(), "seal"));
    }
  }

  List<Mark> marks() {
    return marks;
  }

  List<DeadLetter> corrupt() {
    return corrupt;
  }
}
