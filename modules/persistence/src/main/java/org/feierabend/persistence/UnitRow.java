package org.feierabend.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.decision.Sentence;
import org.feierabend.people.Unit;
import org.feierabend.people.UnitId;

/** Row of a unit. */
@Entity
@Table(name = "unit")
@IdClass(UnitRow.Key.class)
class UnitRow {
  @Id int employer;
  @Id String id;
  int position;

  @Column(name = "name_de")
  String nameDe;

  @Column(name = "name_en")
  String nameEn;

  String parent;

  @Column(name = "external_id")
  String externalId;

  protected UnitRow() {}

  Unit toUnit() {
    return new Unit(
        new UnitId(id),
        new Sentence(nameDe, nameEn),
        Optional.ofNullable(parent).map(UnitId::new),
        Optional.ofNullable(externalId));
  }

  /** A unit id is unique within its employer. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    int employer;
    String id;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key k && employer == k.employer && Objects.equals(id, k.id);
    }

    @Override
    public int hashCode() {
      return Objects.hash(employer, id);
    }
  }
}
