package org.feierabend.telework;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.feierabend.people.Employer;

/** Planned days of telework; of a past quarter none is kept. */
public interface TeleworkDays {
  /** ASKED waits for HR; REFUSED is kept until its date so that the person reads it. */
  enum Standing {
    GRANTED,
    ASKED,
    REFUSED
  }

  /**
   * @param exception why a day beyond the agreement was put to HR; empty: none was
   */
  record Planned(
      long person,
      TeleworkDay day,
      String place,
      Standing standing,
      Optional<ExceptionReason> exception) {
    public Planned(long person, TeleworkDay day, String place, Standing standing) {
      this(person, day, place, standing, Optional.empty());
    }

    public Planned {
      Objects.requireNonNull(exception, "exception");
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(standing, "standing");
    }
  }

  /**
   * @param put stored, in place of any of the same date
   * @param gone dates taken back
   */
  record Change(List<Planned> put, List<LocalDate> gone) {
    public Change {
      put = List.copyOf(put);
      gone = List.copyOf(gone);
    }
  }

  /** By date. */
  List<Planned> of(Employer employer, long person);

  /** Of everybody, half-open. */
  List<Planned> between(Employer employer, LocalDate from, LocalDate to);

  /** What waits for HR, by date. */
  List<Planned> asked(Employer employer);

  /** Reads and changes one person's days with nobody between. */
  void change(Employer employer, long person, Function<List<Planned>, Change> change);

  /** Whoever lets colleagues of the unit see their days. */
  Set<Long> shown(Employer employer);

  void show(Employer employer, long person, boolean shown);

  void forget(Employer employer, LocalDate before);
}
