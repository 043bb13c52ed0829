package org.feierabend.channels.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How long an answer may be kept: private, at most a minute, never past its validity. */
final class CacheFor {
  static final String NEVER = "no-store";
  private static final long LONGEST_SECONDS = 60;

  private CacheFor() {}

  /** What counted is not to be answered from a cache. */
  static String header(List<Answer> answers, Instant now) {
    long seconds = LONGEST_SECONDS;
    for (Answer answer : answers) {
      if (answer.countable().isPresent()) return NEVER;
      seconds = Math.min(seconds, Duration.between(now, answer.validUntil()).toSeconds());
    }
    return "private, max-age=" + Math.max(0, seconds);
  }
}
