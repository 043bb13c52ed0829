package org.feierabend.telework;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.feierabend.decision.Reason;

/**
 * What a home in another state means, as far as the days planned for the next twelve months say;
 * for the person and HR alone. Tax and right of residence are not decided.
 *
 * @param residence ISO 3166-1 alpha-2
 * @param signed whether both states signed the Framework Agreement, in force today
 * @param verdict what the rules say of it; empty where nothing is planned
 */
public record Crossing(
    String residence,
    Share ahead,
    Abroad abroad,
    boolean signed,
    Optional<TeleworkVerdict> verdict) {
  /** The articles about social security; what only the agreement says is another matter. */
  public List<Reason> reasons() {
    return verdict.map(TeleworkVerdict::reasons).orElse(List.of()).stream()
        .filter(r -> r.restsOn() == Reason.RestsOn.LAW)
        .toList();
  }

  public Set<Hint> hints() {
    return verdict.map(TeleworkVerdict::hints).orElse(Set.of());
  }
}
