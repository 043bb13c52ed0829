package org.feierabend.channels.http;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.feierabend.decision.Decision;

/**
 * Whether an ordinary message reaches me now, and why.
 *
 * @param until when that changes; absent when nothing is known to change it
 * @param next today's strip, 24 hours from now
 */
record StatusView(
    String now,
    String zone,
    boolean available,
    String state,
    String until,
    List<ReasonView> reasons,
    List<String> advice,
    List<Part> next)
    implements View {
  record Part(String start, String end, String state) {}

  static StatusView of(
      Instant now,
      ZoneId zone,
      Decision decision,
      List<DayStrip.Part> strip,
      Optional<Instant> until,
      String edition) {
    String state = strip.isEmpty() ? "unknown" : strip.get(0).state();
    return new StatusView(
        Json.at(now, zone),
        zone.getId(),
        state.equals("available"),
        state,
        until.map(i -> Json.at(i, zone)).orElse(null),
        ReasonView.of(decision.reasons(), edition),
        decision.advice().stream().map(Enum::name).sorted().toList(),
        strip.stream()
            .map(p -> new Part(Json.at(p.start(), zone), Json.at(p.end(), zone), p.state()))
            .toList());
  }
}
