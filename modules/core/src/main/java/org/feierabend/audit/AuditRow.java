package org.feierabend.audit;

import java.util.Objects;
import org.feierabend.report.ChainLink;

/**
 * One row of an employer's audit log. {@code json} is the whole line as handed out, canonical (RFC
 * 8785), with {@code prev}, {@code hash} and {@code signature} in it (docs/audit.md).
 */
public record AuditRow(long seq, String prev, String hash, String json) implements ChainLink {
  public AuditRow {
    Objects.requireNonNull(prev, "prev");
    Objects.requireNonNull(hash, "hash");
    Objects.requireNonNull(json, "json");
  }
}
