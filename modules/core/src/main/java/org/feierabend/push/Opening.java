package org.feierabend.push;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.feierabend.contact.Channel;

/**
 * Somebody's window opened: how much waited, by channel, and nothing else.
 *
 * @param no of its row
 * @param person number of the person
 */
public record Opening(long no, long person, Map<Channel, Integer> counts, Instant at) {
  public Opening {
    Objects.requireNonNull(at, "at");
    counts = Map.copyOf(counts);
    if (counts.isEmpty())
      throw new IllegalArgumentException("An opening tells of something that waited, not of none.");
  }

  /** This and what came a moment later, told at once. */
  public static Map<Channel, Integer> together(Iterable<Opening> openings) {
    Map<Channel, Integer> sum = new EnumMap<>(Channel.class);
    for (Opening one : openings) one.counts.forEach((c, n) -> sum.merge(c, n, Integer::sum));
    return sum;
  }
}
