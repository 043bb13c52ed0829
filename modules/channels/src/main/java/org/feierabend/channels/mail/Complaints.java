package org.feierabend.channels.mail;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;

/** Logs what is wrong as a class alone, each at most once a minute: a flood fills no disk. */
final class Complaints {
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final Logger log;
  private final Map<String, Long> said = new ConcurrentHashMap<>();

  Complaints(Logger log) {
    this.log = log;
  }

  void of(String kind) {
    long now = System.nanoTime();
    boolean[] speak = {false};
    said.compute(
        kind,
        (k, last) -> {
          speak[0] = last == null || now - last > PAUSE;
          return speak[0] ? Long.valueOf(now) : last;
        });
    if (speak[0]) log.warn("The mail door: {}.", kind);
  }
}
