package org.feierabend.directory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.PersonId;
import org.feierabend.people.UnitId;
import org.feierabend.timeline.PersonFacts;

/**
 * What a source says there is. What it is silent about stays as it is.
 *
 * @param complete it names everybody: who is not in it leaves, and units it does not name close
 */
public record Said(List<OfUnit> units, List<OfPerson> people, boolean complete) {
  /** A field of one row: nothing said, something, or that there is to be none. */
  public record Field<T>(boolean said, Optional<T> value) {
    public static <T> Field<T> silent() {
      return new Field<>(false, Optional.empty());
    }

    public static <T> Field<T> of(T value) {
      return new Field<>(true, Optional.of(value));
    }

    public static <T> Field<T> none() {
      return new Field<>(true, Optional.empty());
    }

    /** The value afterwards. */
    public Optional<T> over(Optional<T> before) {
      return said ? value : before;
    }
  }

  /**
   * @param line where the source says it, from 1
   * @param parent a unit's id, or the id the source itself gives it
   */
  public record OfUnit(
      int line,
      UnitId id,
      Optional<String> nameDe,
      Optional<String> nameEn,
      Field<UnitId> parent,
      Field<String> externalId,
      boolean closes) {
    public OfUnit {
      Objects.requireNonNull(id, "id");
    }
  }

  /**
   * @param unit needed for somebody new
   */
  public record OfPerson(
      int line,
      PersonId id,
      Optional<UnitId> unit,
      Field<String> externalId,
      Field<List<String>> mail,
      Field<List<String>> chat,
      Optional<String> zone,
      Optional<String> municipality,
      Optional<PersonFacts.Regime> regime,
      boolean leaves) {
    public OfPerson {
      Objects.requireNonNull(id, "id");
    }
  }

  public Said {
    units = List.copyOf(units);
    people = List.copyOf(people);
  }
}
