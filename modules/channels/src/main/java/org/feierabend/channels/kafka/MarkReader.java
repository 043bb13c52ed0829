package org.feierabend.channels.kafka;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.feierabend.intake.DeadLetters.DeadLetter;
import org.feierabend.report.Mark;
import org.feierabend.report.WeekKey;
import org.feierabend.report.WeekSeal;

/** Opens the marks of one batch; what does not open is a dead letter. */
final class MarkReader {
  private final WeekSeal seal;
  private final List<Mark> marks = new ArrayList<>();
  private final List<DeadLetter> corrupt = new ArrayList<>();

  MarkReader(WeekKey key) {
    this.seal = key.sealing();
  }

  void read(ConsumerRecord<byte[], byte[]> record) {
    try {
      marks.add(Mark.fromBytes(seal.open(record.value())));
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
