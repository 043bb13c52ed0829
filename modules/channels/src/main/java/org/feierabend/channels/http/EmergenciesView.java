package org.feierabend.channels.http;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.feierabend.intake.Emergencies.Verdict;
import org.feierabend.intake.EmergencyReview;

/**
 * The emergencies of the last weeks by the sender's role; neither sender nor recipient is known.
 *
 * @param countedDays how far back is counted
 */
record EmergenciesView(long countedDays, String zone, List<Role> roles, List<One> emergencies)
    implements View {
  /**
   * @param roles one, or all those counted together because few people hold one of them
   * @param wrong judged to have been none
   */
  record Role(List<String> roles, int emergencies, int wrong, boolean secondPerson) {}

  /**
   * @param hour the full hour it fell into
   * @param verdict null until somebody judged
   * @param confirmBy null where no second person is asked for
   */
  record One(
      UUID id,
      String hour,
      List<String> roles,
      String reason,
      Verdict verdict,
      String confirmBy,
      boolean overdue) {}

  static EmergenciesView of(EmergencyReview.Overview overview, Instant now, ZoneId zone) {
    List<Role> roles =
        overview.counts().stream()
            .map(c -> new Role(names(c), c.emergencies(), c.wrong(), c.secondPerson()))
            .toList();
    return new EmergenciesView(
        overview.counted().toDays(),
        zone.getId(),
        roles,
        overview.cases().stream().map(c -> one(c, roles, now, zone)).toList());
  }

  private static One one(EmergencyReview.Case c, List<Role> roles, Instant now, ZoneId zone) {
    String role = c.kept().emergency().role().name();
    return new One(
        c.kept().emergency().id(),
        Json.at(c.kept().emergency().hour(), zone),
        roles.stream().map(Role::roles).filter(r -> r.contains(role)).findFirst().orElseThrow(),
        c.kept().emergency().reason().name(),
        c.kept().judgement().map(j -> j.verdict()).orElse(null),
        c.confirmBy().map(by -> Json.at(by, zone)).orElse(null),
        c.overdue(now));
  }

  private static List<String> names(EmergencyReview.Count count) {
    return count.roles().stream().map(Enum::name).sorted().toList();
  }
}
