package org.feierabend.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.feierabend.contact.PersonId;
import org.feierabend.intake.Acceptance.Digest;
import org.feierabend.report.Indicator;
import org.feierabend.report.Mark;
import org.feierabend.report.WeekKey;
import org.feierabend.timeline.IsoWeek;

/** A week that still counts, as one batch sees it, with the key all names in it live under. */
final class OpenWeek {
  private final IsoWeek week;
  private final WeekKey key;
  private final Map<PersonId, byte[]> pseudonyms = new HashMap<>(); // gone with the batch

  OpenWeek(IsoWeek week, WeekKey key) {
    this.week = Objects.requireNonNull(week, "week");
    this.key = Objects.requireNonNull(key, "key");
  }

  IsoWeek week() {
    return week;
  }

  WeekKey key() {
    return key;
  }

  Digest digest(Incoming.Event event) {
    return Digest.of(key.refDigest(event.ref(), event.person()));
  }

  byte[] pseudonym(PersonId person) {
    return pseudonyms.computeIfAbsent(person, key::pseudonym);
  }

  /** One event may count towards several indicators, once each. */
  Mark mark(Incoming.Event event, Digest ref, int block, Indicator indicator) {
    byte[] digest = new byte[ref.bytes().remaining()];
    ref.bytes().duplicate().get(digest);
    return new Mark(pseudonym(event.person()), block, indicator, digest);
  }
}
