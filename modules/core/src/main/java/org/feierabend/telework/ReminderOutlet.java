package org.feierabend.telework;

import java.time.Instant;
import java.util.List;
import org.feierabend.people.Employer;

/** A way out for reminders. */
public interface ReminderOutlet {
  /** Stable, and nobody's name or address. */
  String key();

  /** Whether it may be used now: nobody is sent a reminder outside their hours. */
  boolean open(Employer employer, Instant now);

  /** Returns when they are out of our hands; fails when they are not. */
  void send(Employer employer, List<Reminder> reminders, Instant now);
}
