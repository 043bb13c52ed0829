package org.feierabend.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.feierabend.people.Employer;
import org.feierabend.timeline.IsoWeek;

/**
 * The one transaction behind every accepted batch: what was seen, held, totalled and how far was
 * read.
 */
public interface Acceptance {
  /**
   * Those of the digests that were accepted before in that week.
   *
   * @throws WeekClosed when the week was never opened or is released already
   */
  Set<Digest> seen(Employer employer, IsoWeek week, Collection<Digest> digests);

  /**
   * Commits all effects or none. Digests committed by somebody else meanwhile are skipped with
   * their deferral and rules and totalled as {@code duplicate}. Inbound offsets and lanes never
   * move back.
   *
   * @throws WeekClosed when an accepted event's week is not open (any more): nothing was committed
   * @throws StoreAway when the database does not answer: commit the same effects again later
   */
  void commit(Employer employer, Effects effects);

  /** How far an inbound topic was read: partition → next offset. Empty: from the start. */
  Map<Integer, Long> inboundOffsets(Employer employer, IsoWeek week);

  /** Where each lane of an event clock stands: lane → the instant its last marker named. */
  Map<Integer, Instant> lanes(Employer employer);

  /** Lanes whose end of file was read. */
  Set<Integer> endedLanes(Employer employer);

  /**
   * When the person's rest ends, where a work end within 36 h is known. Person number → instant.
   */
  Map<Long, Instant> restsUntil(Employer employer);

  /** Totals so far. For synthetic employers exact; for live ones empty. */
  Totals totals(Employer employer);

  /** A digest that is compared by content. */
  record Digest(java.nio.ByteBuffer bytes) {
    public static Digest of(byte[] digest) {
      return new Digest(java.nio.ByteBuffer.wrap(digest).asReadOnlyBuffer());
    }
  }

  /**
   * One accepted event: its digest, where it fell, what became of it.
   *
   * @param total name of the total it is counted in, such as {@code outcome:DEFER}
   * @param rules ids of the rules that spoke; counted as {@code rule:<id>}
   * @param card what explains it to the person; absent where nothing was decided or it is not
   *     wanted
   * @param emergency what is counted of an emergency, under one id for all it names
   */
  record Accepted(
      IsoWeek week,
      Digest digest,
      Optional<Deferral> deferral,
      String total,
      List<String> rules,
      Optional<KeptCard> card,
      Optional<Emergency> emergency) {}

  /**
   * What a batch leaves behind.
   *
   * @param refused counted without anything else: name of the total (late, dead-letter, duplicate)
   *     → how many
   * @param lanes new position of event-clock lanes, with whether the file ended there
   * @param restsUntil person number → end of rest; rows whose instant is past on the employer's
   *     clock are deleted
   * @param answers what is held until they were given is deleted, of this batch too
   * @param offsets week of the inbound topic → partition → next offset; empty for the HTTP door
   */
  record Effects(
      List<Accepted> accepted,
      Map<String, Integer> refused,
      Map<Integer, Lane> lanes,
      Map<Long, Instant> restsUntil,
      Map<IsoWeek, Map<Integer, Long>> offsets,
      List<Answered> answers) {}

  record Lane(Instant until, boolean ended) {}

  /**
   * Name → count, such as {@code outcome:DEFER}, {@code rule:outside-window}, {@code duplicate},
   * {@code late}.
   */
  record Totals(Map<String, Long> counts) {}
}
