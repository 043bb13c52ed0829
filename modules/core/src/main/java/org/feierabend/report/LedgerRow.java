package org.feierabend.report;

import java.util.Objects;
import java.util.Optional;
import org.feierabend.timeline.IsoWeek;

/**
 * One row of the signed, hash-chained account. {@code json} is the whole line as published,
 * canonical (RFC 8785), with {@code prev}, {@code hash} and {@code signature} in it
 * (docs/ledger.md).
 */
public record LedgerRow(
    long seq, Type type, Optional<IsoWeek> week, String prev, String hash, String json)
    implements ChainLink {
  public enum Type {
    RELEASE,
    DESTROYED,
    WITHDRAWN,
    /** The key hands over to another; of no week. */
    ROTATED
  }

  public LedgerRow {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(week, "week");
    Objects.requireNonNull(json, "json");
  }
}
