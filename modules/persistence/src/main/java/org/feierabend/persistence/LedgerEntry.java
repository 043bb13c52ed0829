package org.feierabend.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.report.LedgerRow;
import org.feierabend.timeline.IsoWeek;

/** Row of the ledger; read only. */
@Entity
@Table(name = "ledger")
@IdClass(LedgerEntry.Key.class)
class LedgerEntry {
  @Id int employer;
  @Id long seq;
  String type;
  String week;
  String prev;
  String hash;
  String json;

  protected LedgerEntry() {}

  LedgerRow toRow() {
    return new LedgerRow(
        seq,
        LedgerRow.Type.valueOf(type),
        Optional.ofNullable(week).map(IsoWeek::parse),
        prev,
        hash,
        json);
  }

  /** Every employer has a chain of its own. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    int employer;
    long seq;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key k && employer == k.employer && seq == k.seq;
    }

    @Override
    public int hashCode() {
      return Objects.hash(employer, seq);
    }
  }
}
