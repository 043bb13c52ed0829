package org.feierabend.rulebook;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.feierabend.alert.AlertVerdict;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reason;
import org.feierabend.telework.TeleworkVerdict;

/** What came, in one breath, for the line a person reads; instants in the employer's zone. */
record Said(ZoneId zone) {
  String one(Decision d) {
    return "%s%s because %s%s"
        .formatted(
            d.outcome(),
            detail(d),
            d.reasons().stream().map(Reason::rule).distinct().toList(),
            d.advice().isEmpty() ? "" : " advice " + d.advice());
  }

  /** Of several people each outcome once, with the names it came to. */
  String all(Map<String, Decision> came) {
    if (came.size() == 1) return one(came.values().iterator().next());
    Map<String, List<String>> names = new LinkedHashMap<>();
    came.forEach(
        (name, d) -> names.computeIfAbsent(one(d), o -> new java.util.ArrayList<>()).add(name));
    List<String> said = new java.util.ArrayList<>();
    names.forEach((outcome, who) -> said.add(String.join(", ", who) + ": " + outcome));
    return String.join("; ", said);
  }

  static String alert(AlertVerdict v) {
    return "%s because %s".formatted(v.outcome(), v.reasons().stream().map(Reason::rule).toList());
  }

  static String telework(TeleworkVerdict v) {
    return "%s, %d of %d min allowed in %d week(s) at %s, because %s%s"
        .formatted(
            v.outcome(),
            v.quota().planned(),
            v.quota().allowed(),
            v.quota().weeks(),
            v.quota().quota(),
            v.reasons().stream().map(Reason::rule).distinct().toList(),
            v.hints().isEmpty() ? "" : " hints " + new java.util.TreeSet<>(v.hints()));
  }

  String slot(SlotFound found) {
    return "slot %s, proposed %s"
        .formatted(
            found.allowedToAll() ? "allowed" : "not allowed",
            found.proposed().map(this::instant).orElse("none"));
  }

  String instant(Instant instant) {
    return instant.atZone(zone).toOffsetDateTime().toString();
  }

  private String detail(Decision d) {
    if (d instanceof Decision.Defer defer) return " " + instant(defer.until());
    if (d instanceof Decision.Silence silence) return " " + instant(silence.until());
    if (d instanceof Decision.Refuse refuse) return " " + instant(refuse.earliest());
    if (d instanceof Decision.Route route) return " " + route.to();
    return "";
  }
}
