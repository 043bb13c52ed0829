package org.feierabend.intake;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.feierabend.decision.Reachability;
import org.feierabend.people.Directory;
import org.feierabend.people.Employer;
import org.feierabend.people.Person;
import org.feierabend.report.Indicator;
import org.feierabend.timeline.StretchKind;

/** Says what each kind of event leads to. One per batch, because rests move within it. */
final class Judge {
  private final Employer employer;
  private final Reachability reachability;
  private final Rests rests;
  private final ContactJudge contacts;
  private final FactsKeeper facts;
  private final Answers answers;

  Judge(Employer employer, Reachability reachability, Directory directory, Rests rests) {
    this.employer = employer;
    this.reachability = reachability;
    this.rests = rests;
    contacts =
        new ContactJudge(
            reachability,
            rests,
            new Asking(employer, directory, reachability, (e, p, at) -> rests.facts(p, at)));
    facts = new FactsKeeper(employer, directory);
    answers = new Answers(employer, directory);
  }

  Consequence judge(OpenWeek week, Person person, Incoming.Event event) {
    if (event instanceof Incoming.Contact contact) return contacts.judge(week, person, contact);
    if (event instanceof Incoming.Work work) return work(person, work);
    if (event instanceof Incoming.Meeting meeting) return meeting(person, meeting);
    if (event instanceof Incoming.Answer answer)
      return Consequence.answered(answers.by(person, answer.contact(), answer.at()));
    if (event instanceof Incoming.AbsenceChange absence) {
      facts.absent(person, absence.absence());
      return Consequence.counted("absence");
    }
    facts.onCall(person, ((Incoming.DutyChange) event).onCall());
    return Consequence.counted("duty");
  }

  private Consequence meeting(Person person, Incoming.Meeting meeting) {
    Set<Indicator> found = EnumSet.noneOf(Indicator.class);
    if (meeting.withoutBreak()) found.add(Indicator.MEETING_DENSITY);
    if (reachability.insideFrameAndCore(person.facts(), meeting.start(), meeting.end()))
      return Consequence.counted("meeting:inside", found);
    found.add(Indicator.MEETINGS_OUTSIDE);
    return Consequence.counted("meeting:outside", found);
  }

  private Consequence work(Person person, Incoming.Work work) {
    Set<Indicator> found = EnumSet.noneOf(Indicator.class);
    if (work.change() == Incoming.Work.Change.BEGIN) {
      if (work.telework()) found.add(Indicator.TELEWORK);
      if (rests.resting(person, work.at())) found.add(Indicator.REST_CUT);
      rests.workBegan(person, work.at());
    } else if (!Moments.insideWorkingSpan(
        reachability, person.facts(), zoneOf(person), work.at())) {
      rests.workEnded(person, work.at());
    }
    return Consequence.counted("work:" + place(person, work), found);
  }

  private String place(Person person, Incoming.Work work) {
    StretchKind kind = reachability.kindAt(person.facts(), work.at());
    if (kind.sundayOrHoliday()) return "sunday-or-holiday";
    return kind.inWindow() ? "in-window" : "outside-window";
  }

  /** A zone nobody knows is a fact to decide on; days are then counted in the employer's. */
  private ZoneId zoneOf(Person person) {
    try {
      return ZoneId.of(person.facts().zone());
    } catch (DateTimeException unknown) {
      return employer.zone();
    }
  }
}
