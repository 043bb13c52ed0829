package org.feierabend.intake;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.Channel;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reason;
import org.feierabend.decision.Sentence;

/**
 * Why a contact was decided as it was, for the person alone: no sender, no reference, and the time
 * to the quarter of an hour (PRIVACY, section 5).
 *
 * @param outcome the word on the wire, such as {@code DEFER}
 * @param until when it comes, or may notify; empty where that is no question
 * @param reason the rule that decided
 * @param edition content hash of policy and rules
 */
public record WhyCard(
    Instant quarter,
    Channel channel,
    String outcome,
    Optional<Instant> until,
    Reason reason,
    String edition) {
  private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

  public WhyCard {
    quarter = Instant.ofEpochSecond(Math.floorDiv(quarter.getEpochSecond(), QUARTER) * QUARTER);
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(edition, "edition");
  }

  static WhyCard of(Decision decision, Channel channel, Instant at, String edition) {
    Optional<Instant> until = Optional.empty();
    if (decision instanceof Decision.Defer d) until = Optional.of(d.until());
    if (decision instanceof Decision.Silence s) until = Optional.of(s.until());
    if (decision instanceof Decision.Refuse r) until = Optional.of(r.earliest());
    return new WhyCard(at, channel, decision.outcome(), until, decision.reasons().get(0), edition);
  }

  /** All but what its rule says, which {@link WhyTexts} writes. */
  void write(DataOutput out) throws IOException {
    out.writeLong(quarter.getEpochSecond());
    out.writeUTF(channel.name());
    out.writeUTF(outcome);
    out.writeLong(until.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
  }

  /**
   * @param in where {@link #write} wrote
   * @param text what {@link WhyTexts} wrote; may be the same
   */
  static WhyCard read(DataInput in, DataInput text) throws IOException {
    Instant quarter = Instant.ofEpochSecond(in.readLong());
    Channel channel = Channel.valueOf(in.readUTF());
    String outcome = in.readUTF();
    long until = in.readLong();
    return new WhyCard(
        quarter,
        channel,
        outcome,
        until == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)),
        new Reason(
            text.readUTF(),
            new Sentence(text.readUTF(), text.readUTF()),
            text.readUTF(),
            Reason.RestsOn.valueOf(text.readUTF())),
        text.readUTF());
  }

  /** Ordered as the person reads them: the latest first. */
  static List<WhyCard> latestFirst(List<WhyCard> cards) {
    return cards.stream()
        .sorted(java.util.Comparator.comparing(WhyCard::quarter).reversed())
        .toList();
  }
}
