package org.feierabend.channels.http;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.feierabend.people.Role;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangement.All;
import org.feierabend.telework.Arrangement.One;
import org.feierabend.telework.Reminder;

/**
 * A reminder on the wire.
 *
 * @param agreement the agreement; where a renewal waits, the proposal
 * @param waitsFor the side that has to answer a renewal
 */
record ReminderView(
    String kind, UUID agreement, String person, String unit, LocalDate due, String waitsFor) {
  record Every(List<ReminderView> reminders) implements View {}

  /**
   * @param person the id of somebody by their number
   */
  static ReminderView of(Reminder r, Function<Long, String> person) {
    Arrangement a = r.about();
    return new ReminderView(
        r.kind().name(),
        a.id(),
        a.whom() instanceof One one ? person.apply(one.person()) : null,
        a.whom() instanceof All all ? all.unit().value() : null,
        r.due(),
        r.kind() == Reminder.Kind.RENEWAL_WAITS ? other(a) : null);
  }

  private static String other(Arrangement a) {
    return a.whom().sides().stream()
        .filter(side -> side != a.proposer())
        .map(Role::key)
        .findFirst()
        .orElseThrow();
  }
}
