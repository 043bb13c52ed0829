package org.feierabend.channels.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.feierabend.decision.Decision;
import org.feierabend.decision.Reachability;
import org.feierabend.intake.Asking;
import org.feierabend.intake.Incoming;
import org.feierabend.intake.LiveFacts;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;

/** Answers questions of one request; pure, whatever their ref says. */
final class Evaluator {
  /** How far a question may lie from now: nobody's calendar is found out by probing. */
  static final Duration NEAR = Duration.ofMinutes(5);

  private final Employer employer;
  private final Directory directory;
  private final Reachability reachability;
  private final Asking asking;
  private final Instant now;

  Evaluator(
      Employer employer,
      Directory directory,
      Reachability reachability,
      LiveFacts live,
      Instant now) {
    this.employer = employer;
    this.directory = directory;
    this.reachability = reachability;
    this.asking = new Asking(employer, directory, reachability, live);
    this.now = now;
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
    Optional<Boolean> slot =
        question
            .slot()
            .flatMap(
                s ->
                    person.map(
                        p -> reachability.insideFrameAndCore(p.facts(), s.start(), s.end())));
    return new Answer(
        question, at, decision, reachability.edition(), slot, countable(question, at));
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
