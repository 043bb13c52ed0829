package org.feierabend.launcher.replay;

import java.time.Instant;

/** Events in order of time, to the second. */
interface EventStream {
  /** Takes one event after the other. */
  interface Receiver {
    void event(ReplayEvent event);
  }

  void forEach(Receiver receiver);

  int size();

  /** When the first one happened; there is at least one. */
  Instant first();

  Instant last();
}
