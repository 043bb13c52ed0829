package org.feierabend.channels.http;

import org.feierabend.contact.PersonId;
import org.feierabend.people.Role;

/**
 * An enforcing server asks for everybody. A log-in asks as the sender it is, or about its own
 * person, and never makes anything count.
 */
final class AskingRights {
  private final Caller caller;

  AskingRights(Caller caller) {
    this.caller = caller;
  }

  boolean enforcer() {
    return caller.is(Role.ENFORCER);
  }

  void check(Question question) {
    if (enforcer()) return;
    boolean asSender = question.sender().isPresent() && question.sender().equals(caller.person());
    if (!asSender && !own(question))
      throw Trouble.of(
          403,
          "Mit dieser Anmeldung kann man nur für sich selbst als Absender fragen.",
          "With this log-in one can ask only as the sender one is.");
    if (question.ref().isPresent())
      throw Trouble.of(
          403,
          "Zählen („ref“) dürfen nur Server mit der Rolle enforcer.",
          "Only servers with the role enforcer may make a contact count (\"ref\").");
  }

  /** Reasons and advice go to the person alone. */
  boolean own(Question question) {
    return own(question.recipient());
  }

  boolean own(PersonId person) {
    return caller.person().filter(person::equals).isPresent();
  }

  /** What only the person and enforcing servers may ask. */
  void checkOwn(PersonId person) {
    if (!enforcer() && !own(person))
      throw Trouble.of(
          403,
          "Mit dieser Anmeldung kann man nur nach der eigenen Telearbeit fragen.",
          "With this log-in one can ask about one's own telework only.");
  }
}
