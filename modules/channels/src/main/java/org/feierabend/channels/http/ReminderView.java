package org.feierabend.channels.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Role;
import org.feierabend.people.UnitId;
import org.feierabend.telework.Arrangement;
import org.feierabend.telework.Arrangement.All;
import org.feierabend.telework.Arrangement.One;
import org.feierabend.telework.Reminder;

/**
 * A reminder on the wire.
 *
 * @param agreement the agreement; where a renewal waits, the proposal
 * @param unitName what a unit is called
 * @param waitsFor the side that has to answer a renewal
 */
record ReminderView(
    String kind,
    UUID agreement,
    String person,
    String unit,
    Sentence unitName,
    LocalDate due,
    String waitsFor) {
  record Every(List<ReminderView> reminders) implements View {}

  /**
   * @param person the id of somebody by their number
   */
  static ReminderView of(
      Reminder r, Function<Long, String> person, Function<UnitId, Sentence> names) {
    Arrangement a = r.about();
    Optional<UnitId> unit =
        a.whom() instanceof All all ? Optional.of(all.unit()) : Optional.empty();
    return new ReminderView(
        r.kind().name(),
        a.id(),
        a.whom() instanceof One one ? person.apply(one.person()) : null,
        unit.map(UnitId::value).orElse(null),
        unit.map(names).orElse(null),
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
