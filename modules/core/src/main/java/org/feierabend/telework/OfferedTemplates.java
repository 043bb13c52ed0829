package org.feierabend.telework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.feierabend.people.Employer;
import org.feierabend.telework.TeleworkTemplates.Template;

/** All model terms an employer's HR may begin an agreement with. */
public interface OfferedTemplates {
  /** Where a draft comes from. */
  record Origin(UUID id, String city, LocalDate made) {}

  /**
   * @param origin empty: they are the house's own
   */
  record Offered(Template template, Optional<Origin> origin) {}

  /** The house's own first, then what was taken over from other cities. */
  List<Offered> of(Employer employer);

  /** Drops what was taken over together, and says what; empty: there is no such thing. */
  Optional<TakenTemplates.Taken> drop(Employer employer, UUID id);
}
