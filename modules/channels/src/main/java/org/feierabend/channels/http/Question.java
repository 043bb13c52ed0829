package org.feierabend.channels.http;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Ref;

/**
 * One AuthZEN evaluation in our words: may this sender reach this person now?
 *
 * @param sender who asks to reach, where the subject is a person
 * @param time when; empty is now
 * @param slot of a meeting
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

  record Slot(Instant start, Instant end) {}

  Question {
    Objects.requireNonNull(recipient, "recipient");
    Objects.requireNonNull(contact, "contact");
  }

  Channel channel() {
    return contact.channel();
  }
}
