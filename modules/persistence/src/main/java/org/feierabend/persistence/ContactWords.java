package org.feierabend.persistence;

import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;

/** A contact's finite facts beside its channel, as words in one column. */
final class ContactWords {
  private ContactWords() {}

  static String write(ContactClass c) {
    return String.join(
        " ",
        c.kind().name(),
        c.urgency().name(),
        c.sender().name(),
        Boolean.toString(c.dutyMatches()),
        c.reason().name());
  }

  static ContactClass read(String words, Channel channel) {
    String[] w = words.split(" ");
    if (w.length != 5)
      throw new IllegalStateException(
          "A contact has five words, but '%s' has %d. Maybe the row was written by a newer version."
              .formatted(words, w.length));
    return new ContactClass(
        ContactKind.valueOf(w[0]),
        Urgency.valueOf(w[1]),
        channel,
        Sender.valueOf(w[2]),
        Boolean.parseBoolean(w[3]),
        EmergencyReason.valueOf(w[4]));
  }
}
