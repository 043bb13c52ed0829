package org.feierabend.channels.http;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Ref;
import org.feierabend.contact.Slot;

/**
 * One AuthZEN evaluation in our words: may this sender reach this person now?
 *
 * @param sender who asks to reach, where the subject is a person
 * @param time when; empty is now
 * @param slot where a meeting, a shift or a recall is to lie
 * @param ref makes the contact count; empty is a pure question
 */
record Question(
    Optional<PersonId> sender,
    Action action,
    PersonId recipient,
    ContactClass contact,
    Optional<String> duty,
    Optional<Instant> time,
    Optional<Slot> slot,
    Optional<Ref> ref) {
  enum Action {
    CONTACT,
    MEET
  }

  Question {
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(contact, "contact");
  }

  Channel channel() {
    return contact.channel();
  }
}
