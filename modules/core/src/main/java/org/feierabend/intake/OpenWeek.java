package org.feierabend.intake;

import org.feierabend.intake.Acceptance.Digest;
import org.feierabend.report.Indicator;
import org.feierabend.report.Mark;
import org.feierabend.report.WeekKey;
import org.feierabend.timeline.IsoWeek;

/** A week that still counts, with the key all names in it live under. */
record OpenWeek(IsoWeek week, WeekKey key) {
  Digest digest(Incoming.Event event) {
    return Digest.of(key.refDigest(event.ref(), event.person()));
  }

  /** One event may count towards several indicators, once each. */
  Mark mark(Incoming.Event event, Digest ref, int block, Indicator indicator) {
    byte[] digest = new byte[ref.bytes().remaining()];
    ref.bytes().duplicate().get(digest);
    return new Mark(key.pseudonym(event.person()), block, indicator, digest);
  }
}
