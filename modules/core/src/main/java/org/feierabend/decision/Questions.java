package org.feierabend.decision;

import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;

/** Numbers every (contact class, surroundings) without a gap in any digit. */
final class Questions {
  private static final int URGENCIES = Urgency.values().length;
  private static final int CHANNELS = Channel.values().length;
  private static final int SENDERS = Sender.values().length;
  private static final int REASONS = EmergencyReason.values().length;

  private Questions() {}

  static int number(ContactClass c, boolean unitOnCall) {
    int n = c.kind().ordinal();
    n = n * URGENCIES + c.urgency().ordinal();
    n = n * CHANNELS + c.channel().ordinal();
    n = n * SENDERS + c.sender().ordinal();
    n = n * REASONS + c.reason().ordinal();
    return n * 4 + (c.dutyMatches() ? 2 : 0) + (unitOnCall ? 1 : 0);
  }
}
