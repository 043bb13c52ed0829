package org.feierabend.telework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.feierabend.policy.TeleworkLimits;
import org.feierabend.timeline.PersonFacts.Regime;

/**
 * A day of telework somebody asks for.
 *
 * @param planned the days granted so far; one of the same date is replaced by the request
 * @param asked the day of asking, where notice matters
 * @param place where the work is to be done, blank if unsaid
 * @param residence state of residence, ISO 3166-1 alpha-2
 * @param employer state of the employer, likewise
 * @param limits what the policy says beside the law
 */
public record TeleworkRequest(
    Regime regime,
    TeleworkAgreement agreement,
    List<TeleworkDay> planned,
    TeleworkDay day,
    Optional<LocalDate> asked,
    String place,
    String residence,
    String employer,
    TeleworkLimits limits) {
  public TeleworkRequest {
    Objects.requireNonNull(regime, "regime");
    Objects.requireNonNull(agreement, "agreement");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(residence, "residence");
    Objects.requireNonNull(employer, "employer");
    Objects.requireNonNull(limits, "limits");
    planned = List.copyOf(planned);
    Set<LocalDate> dates = new HashSet<>();
    for (TeleworkDay p : planned)
      if (!dates.add(p.date()))
        throw new IllegalArgumentException("%s is planned twice.".formatted(p.date()));
  }

  /** All days there would be if this one were granted. */
  List<TeleworkDay> days() {
    List<TeleworkDay> all = new ArrayList<>(planned);
    all.removeIf(d -> d.date().equals(day.date()));
    all.add(day);
    return all;
  }
}
