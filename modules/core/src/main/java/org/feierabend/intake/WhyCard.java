package org.feierabend.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(quarter.getEpochSecond());
      out.writeUTF(channel.name());
      out.writeUTF(outcome);
      out.writeLong(until.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
      out.write(WhyTexts.bytes(reason, edition));
    } catch (IOException e) {
      throw new UncheckedIOException("Memory took no bytes.", e);
    }
    return bytes.toByteArray();
  }

  /** What {@link #bytes} wrote. */
  static WhyCard read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Instant quarter = Instant.ofEpochSecond(in.readLong());
      Channel channel = Channel.valueOf(in.readUTF());
      String outcome = in.readUTF();
      long until = in.readLong();
      Reason reason =
          new Reason(
              in.readUTF(),
              new Sentence(in.readUTF(), in.readUTF()),
              in.readUTF(),
              Reason.RestsOn.valueOf(in.readUTF()));
      return new WhyCard(
          quarter,
          channel,
          outcome,
          until == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(until)),
          reason,
          in.readUTF());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "A card of %d bytes ends too soon.".formatted(bytes.length), e);
    }
  }

  /** Ordered as the person reads them: the latest first. */
  static List<WhyCard> latestFirst(List<WhyCard> cards) {
    return cards.stream()
        .sorted(java.util.Comparator.comparing(WhyCard::quarter).reversed())
        .toList();
  }
}
