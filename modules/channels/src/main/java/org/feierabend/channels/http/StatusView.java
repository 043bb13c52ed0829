package org.feierabend.channels.http;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.feierabend.decision.Decision;

/**
 * Whether an ordinary message reaches me now, and why.
 *
 * @param until when that changes; absent when nothing is known to change it
 * @param reachableFrom when such a message next comes at once; absent when not in sight
 * @param afterWork whether a rest after work runs, on a Sunday too, where the state is another
 * @param next today's strip, 24 hours from now
 */
record StatusView(
    String now,
    String zone,
    boolean available,
    String state,
    String until,
    String reachableFrom,
    boolean afterWork,
    List<ReasonView> reasons,
    List<String> advice,
    List<Part> next)
    implements View {
  record Part(String start, String end, String state) {}

  static StatusView of(
      Instant now,
      ZoneId zone,
      DayStrip strip,
      List<DayStrip.Part> next,
      boolean afterWork,
      String edition) {
    Decision decision = strip.decisionNow();
    String state = next.isEmpty() ? "unknown" : next.get(0).state();
    return new StatusView(
        Json.at(now, zone),
        zone.getId(),
        state.equals("available"),
        state,
        strip.until().map(i -> Json.at(i, zone)).orElse(null),
        strip.reachableFrom().map(i -> Json.at(i, zone)).orElse(null),
        afterWork,
        ReasonView.of(decision.reasons(), edition),
        decision.advice().stream().map(Enum::name).sorted().toList(),
        next.stream()
            .map(p -> new Part(Json.at(p.start(), zone), Json.at(p.end(), zone), p.state()))
            .toList());
  }
}
