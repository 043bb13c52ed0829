package org.feierabend.server;

import java.time.Instant;
import java.util.List;
import org.feierabend.intake.ContactDigest;
import org.feierabend.intake.ReleaseOfContacts.HandOver;
import org.feierabend.people.Employer;
import org.feierabend.push.Openings;

/**
 * Tells whoever holds contacts that they may go on, and notes whose browser is to be told: both or
 * neither. A replay opens nobody's window.
 */
record HandedOver(HandOver holders, Openings openings) implements HandOver {
  @Override
  public void handOver(Employer employer, List<ContactDigest> released, Instant now) {
    if (employer.clock() == Employer.ClockKind.WALL) openings.note(employer, released, now);
    holders.handOver(employer, released, now);
  }
}
