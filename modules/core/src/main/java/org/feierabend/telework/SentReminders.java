package org.feierabend.telework;

import java.util.List;
import java.util.function.Consumer;
import org.feierabend.people.Employer;

/** Which reminder was sent where. */
public interface SentReminders {
  /**
   * Sends those of them this outlet has not had, all at once, and remembers it in the transaction
   * that lets nobody else send the same: a crash in between may send twice, never not at all.
   */
  void handOver(
      Employer employer, String outlet, List<Reminder> due, Consumer<List<Reminder>> send);

  /** What was sent of agreements that are gone. */
  void forget(Employer employer);
}
