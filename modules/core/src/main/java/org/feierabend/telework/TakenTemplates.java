package org.feierabend.telework;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.bundle.Digests;
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

    /** SHA-256 of the text. */
    public String hash() {
      return Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The same id again changes nothing. */
  void add(EmployerId employer, Taken taken);

  /** In the order of cities and days. */
  List<Taken> of(EmployerId employer);

  /** What was dropped; empty: there is none. */
  Optional<Taken> drop(EmployerId employer, UUID id);
}
