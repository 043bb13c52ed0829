package org.feierabend.telework;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.feierabend.intake.Failures;
import org.feierabend.intake.Resting;
import org.feierabend.people.Employer;

/** Hands reminders out, each once to each outlet, what came together in one go. */
public final class ReminderRound {
  private final Reminders reminders;
  private final SentReminders sent;
  private final Function<Employer, List<ReminderOutlet>> outlets;
  private final Resting resting = new Resting();

  /**
   * @param outlets the ways out for an employer's reminders
   */
  public ReminderRound(
      Reminders reminders, SentReminders sent, Function<Employer, List<ReminderOutlet>> outlets) {
    this.reminders = Objects.requireNonNull(reminders, "reminders");
    this.sent = Objects.requireNonNull(sent, "sent");
    this.outlets = Objects.requireNonNull(outlets, "outlets");
  }

  /**
   * An outlet that fails does not hold up the others and is tried again after ten minutes; all
   * failures are thrown at the end, as one.
   */
  public void round(Employer employer, Instant now) {
    sent.forget(employer);
    List<ReminderOutlet> open =
        outlets.apply(employer).stream()
            .filter(o -> !resting.rests(employer, o.key(), now) && o.open(employer, now))
            .toList();
    if (open.isEmpty()) return;
    List<Reminder> due = reminders.all(employer, now.atZone(employer.zone()).toLocalDate());
    Failures failures = new Failures();
    for (ReminderOutlet outlet : open)
      try {
        sent.handOver(employer, outlet.key(), due, fresh -> outlet.send(employer, fresh, now));
      } catch (RuntimeException e) {
        resting.rest(employer, outlet.key(), now);
        failures.add(e);
      }
    failures.throwFirst();
  }
}
