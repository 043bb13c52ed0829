package org.feierabend.contact;

import java.util.Objects;

/**
 * All that a rule may know of a contact: finite facts, so that every class can be decided
 * beforehand.
 *
 * @param dutyMatches whether the contact belongs to the duty the recipient may be on call for
 * @param reason the code of an EMERGENCY, NONE otherwise
 */
public record ContactClass(
    ContactKind kind,
    Urgency urgency,
    Channel channel,
    Sender sender,
    boolean dutyMatches,
    EmergencyReason reason) {
  public ContactClass {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(urgency, "urgency");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(sender, "sender");
    if ((urgency == Urgency.EMERGENCY) == (reason == EmergencyReason.NONE))
      throw new IllegalArgumentException(
          "An EMERGENCY, and nothing else, names a reason code, but got %s with %s."
              .formatted(urgency, reason));
  }

  /** An ordinary message of a colleague. */
  public static ContactClass message(Channel channel, Sender sender) {
    return new ContactClass(
        ContactKind.MESSAGE, Urgency.NORMAL, channel, sender, false, EmergencyReason.NONE);
  }

  /** An ordinary invitation of a colleague to a meeting. */
  public static ContactClass invitation() {
    return new ContactClass(
        ContactKind.MEETING,
        Urgency.NORMAL,
        Channel.CALENDAR,
        Sender.COLLEAGUE,
        false,
        EmergencyReason.NONE);
  }
}
