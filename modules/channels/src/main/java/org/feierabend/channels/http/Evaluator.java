package org.feierabend.channels.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.feierabend.alert.AlertFacts;
import org.feierabend.alert.AlertVerdict;
import org.feierabend.alert.Alerting;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Slot;
import org.feierabend.decision.CommonSlot;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.decision.Sentence;
import org.feierabend.decision.Slots;
import org.feierabend.intake.Asking;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.LiveFacts;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.timeline.PersonFacts;

/** Answers questions of one request; pure, whatever their ref says. */
final class Evaluator {
  /** How far a question may lie from now: nobody's calendar is found out by probing. */
  static final Duration NEAR = Duration.ofMinutes(5);

  private final Employer employer;
  private final Directory directory;
  private final Reachability reachability;
  private final Asking asking;
  private final Alerting alerts;
  private final Instant now;

  Evaluator(
      Employer employer,
      Directory directory,
      Reachability reachability,
      LiveFacts live,
      Alerting alerts,
      Instant now) {
    this.employer = employer;
    this.directory = directory;
    this.reachability = reachability;
    this.asking = new Asking(employer, directory, reachability, live);
    this.alerts = alerts;
    this.now = now;
  }

  Question question(Fields request) {
    return Questions.read(
        ChatAddresses.resolved(
            request, address -> directory.byChat(employer, address).map(Person::id)));
  }

  /** What the sender is told of their own sending; it is kept nowhere. */
  Optional<Sentence> reminder(Question question) {
    return question
        .sender()
        .flatMap(id -> directory.person(employer, id))
        .map(sender -> reachability.kindAt(sender.facts(), now))
        .map(kind -> alerts.judge(AlertFacts.sending(!kind.inWindow() && !kind.shift())))
        .filter(AlertVerdict.Remind.class::isInstance)
        .map(verdict -> verdict.reasons().get(0).sentence());
  }

  Answer answer(Question question) {
    Instant at = question.time().orElse(now);
    boolean far = Duration.between(now, at).abs().compareTo(NEAR) > 0;
    if (far && question.action() == Question.Action.CONTACT)
      throw Trouble.field(
          "/context/time",
          "„time“ darf höchstens 5 Minuten von jetzt entfernt sein.",
          "\"time\" must be within 5 minutes of now.");
    Optional<Person> person = directory.person(employer, question.recipient());
    Optional<Decision> decision =
        person.map(p -> asking.decide(p, question.contact(), question.duty(), at, question.slot()));
    Optional<SlotFound> slot =
        question.slot().flatMap(s -> person.map(p -> found(List.of(p.facts()), question, s)));
    return new Answer(
        question, at, decision, reachability.edition(), slot, countable(question, at));
  }

  /** For all the invited together; empty where this is not one meeting at one time. */
  Optional<SlotFound> common(List<Answer> answers) {
    Question first = answers.get(0).question();
    boolean one =
        first.action() == Question.Action.MEET
            && first.slot().isPresent()
            && answers.stream()
                .map(Answer::question)
                .allMatch(q -> q.action() == Question.Action.MEET && q.slot().equals(first.slot()));
    if (!one) return Optional.empty();
    List<PersonFacts> invited =
        answers.stream()
            .flatMap(a -> directory.person(employer, a.question().recipient()).stream())
            .map(Person::facts)
            .distinct()
            .toList();
    return Optional.of(found(invited, first, first.slot().get()));
  }

  private SlotFound found(List<PersonFacts> invited, Question question, Slot slot) {
    ContactClass asked = byAnother(question.contact());
    Slots slots = reachability.slots();
    if (invited.stream().allMatch(p -> slots.allow(p, asked, slot)))
      return new SlotFound(true, Optional.empty());
    return new SlotFound(false, new CommonSlot(reachability).propose(invited, asked, slot));
  }

  /** Who asks about their own calendar wants to know what others may put there. */
  private static ContactClass byAnother(ContactClass c) {
    return c.sender() == Sender.SELF
        ? new ContactClass(
            c.kind(), c.urgency(), c.channel(), Sender.COLLEAGUE, c.dutyMatches(), c.reason())
        : c;
  }

  private static Optional<Incoming.Contact> countable(Question question, Instant at) {
    return question
        .ref()
        .map(
            ref ->
                new Incoming.Contact(
                    ref, question.recipient(), question.contact(), question.duty(), at));
  }
}
