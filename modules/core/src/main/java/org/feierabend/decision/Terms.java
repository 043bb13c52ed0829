package org.feierabend.decision;

import java.time.Instant;
import java.util.List;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/**
 * What a policy says about reachability.
 *
 * @param windows default availability windows
 * @param frame the span work may lie in
 * @param core the span people are expected in
 * @param holdMail false: mail is silenced where another channel would be held
 * @param compensatoryRest rest cut by a call-out is booked elsewhere
 * @param standByIsWork on-call duty that leaves little time of one's own is classed as work
 * @param ends when another edition takes force, as far as one is known; else {@link Instant#MAX}
 * @param edition content hash of policy and rules
 */
public record Terms(
    List<WeeklyWindow> windows,
    List<WeeklyWindow> frame,
    List<WeeklyWindow> core,
    boolean holdMail,
    boolean compensatoryRest,
    boolean standByIsWork,
    Instant ends,
    String edition) {
  public Terms {
    windows = List.copyOf(windows);
    frame = List.copyOf(frame);
    core = List.copyOf(core);
  }
}
