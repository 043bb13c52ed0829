package org.feierabend.launcher.replay;

import java.nio.file.Path;
import org.feierabend.launcher.Trouble;

/** Notices that a server does not get on any more, instead of waiting for ever. */
final class Stall {
  private final long nanos;
  private Progress last;
  private long since = System.nanoTime();

  Stall(long nanos) {
    this.nanos = nanos;
  }

  void check(Progress now, Path log) {
    if (!now.equals(last)) {
      last = now;
      since = System.nanoTime();
      return;
    }
    if (System.nanoTime() - since > nanos)
      throw Trouble.of(
          "The server has not moved for %d s, with %d weeks closed and %d events to read. Its log: %s"
              .formatted(nanos / 1_000_000_000, now.weeksClosed(), now.lagEvents(), log),
          "Der Server ist seit %d s nicht weitergekommen: %d Wochen zu, %d Ereignisse zu lesen. Sein Protokoll: %s"
              .formatted(nanos / 1_000_000_000, now.weeksClosed(), now.lagEvents(), log));
  }
}
