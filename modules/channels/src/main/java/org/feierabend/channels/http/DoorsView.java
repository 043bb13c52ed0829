package org.feierabend.channels.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feierabend.contact.EmployerId;
import org.feierabend.door.Door;
import org.feierabend.door.Standing;

/** The doors, one beside the other. */
record DoorsView(List<One> doors) implements View {
  /**
   * @param state off, up or down
   * @param at where it listens or asks; null when off
   * @param trouble why it is down; else null
   * @param lastEvent to the quarter of an hour; null when nothing came since the start
   * @param away deliver or delay, by the signed policy; repeat where the other side sends again;
   *     null where nothing waits for the engine
   */
  record One(
      String name,
      String state,
      String at,
      Standing.Trouble trouble,
      String employer,
      Instant lastEvent,
      String away) {
    static One of(Door door, Optional<String> away) {
      Standing standing = door.standing();
      String state = "off";
      String at = null;
      Standing.Trouble trouble = null;
      if (standing instanceof Standing.Up up) {
        state = "up";
        at = up.at();
      } else if (standing instanceof Standing.Down down) {
        state = "down";
        at = down.at();
        trouble = down.trouble();
      }
      return new One(
          door.name(),
          state,
          at,
          trouble,
          door.employer().map(EmployerId::value).orElse(null),
          door.lastEvent().orElse(null),
          away.orElse(null));
    }
  }
}
