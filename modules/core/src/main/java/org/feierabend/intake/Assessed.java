package org.feierabend.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.report.Mark;
import org.feierabend.timeline.IsoWeek;

/**
 * What a batch will leave behind, before anything of it is written.
 *
 * @param outcomes one per event, in order
 */
record Assessed(
    List<Outcome> outcomes,
    List<Acceptance.Accepted> accepted,
    Map<String, Integer> refused,
    Map<IsoWeek, List<Mark>> marks,
    Map<Long, Instant> restsUntil,
    List<Answered> answers) {

  Set<Instant> bells() {
    Set<Instant> instants = new TreeSet<>();
    for (Acceptance.Accepted a : accepted) a.deferral().ifPresent(d -> instants.add(d.until()));
    return instants;
  }

  static Assessed nothingYet(int events, Rests rests) {
    return new Assessed(
        new ArrayList<>(events),
        new ArrayList<>(events),
        new HashMap<>(),
        new HashMap<>(),
        rests.changed(),
        new ArrayList<>());
  }

  void refuse(String total) {
    refused.merge(total, 1, Integer::sum);
  }
}
