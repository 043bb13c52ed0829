package org.feierabend.channels.http;

import org.feierabend.calendar.Kept;

/**
 * Whether my free times lie in the calendar server.
 *
 * @param server whether one is connected
 * @param offered whether it can keep them
 * @param state OFF, or what came of my wish
 */
record KeptView(boolean server, boolean offered, boolean wanted, String state) implements View {
  static KeptView of(Kept kept, boolean server, boolean offered) {
    return new KeptView(server, offered, kept.wanted(), kept.over() ? "OFF" : kept.state().name());
  }
}
