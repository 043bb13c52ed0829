package org.feierabend.timeline;

import java.util.List;
import org.feierabend.timeline.PersonFacts.WeeklyWindow;

/**
 * What the policy says about everybody's time.
 *
 * @param windows for whoever has no windows and no shifts
 * @param frame the time work may lie in; windows outside it need HR's agreement
 * @param core the time people are expected in
 * @param standByIsWork on-call duty that leaves little time of one's own is classed as work: the
 *     rest begins at its end
 */
public record Standards(
    List<WeeklyWindow> windows,
    List<WeeklyWindow> frame,
    List<WeeklyWindow> core,
    boolean standByIsWork) {
  public Standards {
    windows = List.copyOf(windows);
    frame = List.copyOf(frame);
    core = List.copyOf(core);
  }
}
