package org.feierabend.channels.http;

import java.util.EnumSet;
import java.util.Set;
import org.feierabend.timeline.PersonFacts;

/** Whether hours are the person's own, so that HR has to agree to what leaves the frame. */
final class OwnHours {
  private OwnHours() {}

  static PersonFacts of(PersonFacts f, boolean own) {
    Set<PersonFacts.Flag> flags = EnumSet.noneOf(PersonFacts.Flag.class);
    flags.addAll(f.flags());
    if (own) flags.add(PersonFacts.Flag.OWN_HOURS);
    else flags.remove(PersonFacts.Flag.OWN_HOURS);
    return new PersonFacts(
        f.zone(),
        f.regime(),
        flags,
        f.municipality(),
        f.travel(),
        f.hours(),
        f.absences(),
        f.roster());
  }
}
