package org.feierabend.telework;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.feierabend.contact.EmployerId;

/** Model terms that came from other cities: drafts of HR's, from which it begins agreements. */
public interface TakenTemplates {
  /**
   * @param city id of the employer they come from
   * @param made when it handed them on
   * @param text as it stood in the bundle
   */
  record Taken(UUID id, String city, LocalDate made, String text) {
    public Taken {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(city, "city");
      Objects.requireNonNull(made, "made");
      Objects.requireNonNull(text, "text");
    }
  }

  /** The same id again changes nothing. */
  void add(EmployerId employer, Taken taken);

  /** In the order of cities and days. */
  List<Taken> of(EmployerId employer);

  /** False when there is none. */
  boolean drop(EmployerId employer, UUID id);
}
