package org.feierabend.push;

import java.time.Instant;
import java.util.List;
import org.feierabend.people.Employer;

/** Pushes that wait, one for each device. Erased when their person leaves. */
public interface HeldPushes {
  /**
   * Takes the place of what the device holds.
   *
   * @param event digest of what came; a repetition of the last is not counted again
   */
  void hold(Employer employer, HeldPush push, byte[] event);

  /** Those to be looked at now, the longest waiting first. */
  List<HeldPush> due(Employer employer, Instant now, int limit);

  /** How many of one person's devices wait. */
  int of(Employer employer, long person);

  void later(Employer employer, HeldPush push);

  /** Sent, or nobody's any more; something newer that came meanwhile stays. */
  void done(Employer employer, HeldPush push);
}
