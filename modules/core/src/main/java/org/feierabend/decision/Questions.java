package org.feierabend.decision;

import java.util.ArrayList;
import java.util.List;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;

/** Numbers every (contact class, surroundings) without a gap in any digit. */
final class Questions {
  private static final int URGENCIES = Urgency.values().length;
  private static final int CHANNELS = Channel.values().length;
  private static final int SENDERS = Sender.values().length;
  private static final int REASONS = EmergencyReason.values().length;

  /** How many numbers there are. */
  static final int COUNT =
      ContactKind.values().length * URGENCIES * CHANNELS * SENDERS * REASONS * 4;

  private Questions() {}

  static int number(ContactClass c, boolean unitOnCall) {
    int n = c.kind().ordinal();
    n = n * URGENCIES + c.urgency().ordinal();
    n = n * CHANNELS + c.channel().ordinal();
    n = n * SENDERS + c.sender().ordinal();
    n = n * REASONS + c.reason().ordinal();
    return n * 4 + (c.dutyMatches() ? 2 : 0) + (unitOnCall ? 1 : 0);
  }

  /** Every class of contact there can be. */
  static List<ContactClass> contacts() {
    List<ContactClass> all = new ArrayList<>();
    for (ContactKind kind : ContactKind.values())
      for (Channel channel : Channel.values())
        for (Sender sender : Sender.values())
          for (EmergencyReason reason : EmergencyReason.values())
            for (Urgency urgency : Urgency.values())
              if ((urgency == Urgency.EMERGENCY) != (reason == EmergencyReason.NONE))
                for (boolean duty : new boolean[] {false, true})
                  all.add(new ContactClass(kind, urgency, channel, sender, duty, reason));
    return all;
  }
}
