package org.feierabend.rulebook;

import java.util.Random;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;

/** Contacts drawn from all there can be. */
final class Contacts {
  private Contacts() {}

  static ContactClass any(Random random) {
    EmergencyReason[] reasons = EmergencyReason.values();
    boolean emergency = random.nextInt(4) == 0;
    return new ContactClass(
        any(random, ContactKind.values()),
        emergency ? Urgency.EMERGENCY : any(random, new Urgency[] {Urgency.NORMAL, Urgency.URGENT}),
        any(random, Channel.values()),
        any(random, Sender.values()),
        random.nextBoolean(),
        emergency ? reasons[1 + random.nextInt(reasons.length - 1)] : EmergencyReason.NONE);
  }

  private static <T> T any(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}
