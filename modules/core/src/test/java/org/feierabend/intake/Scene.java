package org.feierabend.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.feierabend.contact.Channel;
import org.feierabend.contact.ContactClass;
import org.feierabend.contact.ContactKind;
import org.feierabend.contact.EmergencyReason;
import org.feierabend.contact.EmployerId;
import org.feierabend.contact.PersonId;
import org.feierabend.contact.Ref;
import org.feierabend.contact.Sender;
import org.feierabend.contact.Urgency;
import org.feierabend.people.Employer;
import org.feierabend.report.Indicator;
import org.feierabend.timeline.IsoWeek;
import org.feierabend.timeline.TestLaw;

/** An employer with a few people, and the intake as a process would hold it. */
final class Scene {
  static final Duration GRACE = Duration.ofHours(36);
  static final Duration REST = Duration.ofHours(11);

  /** Monday 2026-01-05 to Sunday 2026-01-11. */
  static final IsoWeek WEEK = IsoWeek.parse("2026-W02");

  final Employer employer;
  final People people;
  final MemoryHouse house = new MemoryHouse();
  final Set<Instant> bells = new TreeSet<>();
  Intake intake;
  Closing closing;
  Explanations explanations;
  List<Indicator> published = Indicator.CORE;

  Scene(Employer.ClockKind clock) {
    employer =
        new Employer(
            new EmployerId("city"), 1, "City", ZoneOffset.UTC, "09564000", clock, WEEK, true, "p0");
    people = new People(employer, "anna", "bela", "cem", "dora", "new-eva");
    restart();
  }

  /** What a fresh process starts with: nothing in memory. */
  void restart() {
    house.stepsToLive = Integer.MAX_VALUE;
    WeekGate gate = new WeekGate();
    Admission admission = new Admission(house, house, GRACE);
    explanations = new Explanations(house, house, house);
    Assessment assessment =
        new Assessment(
            admission,
            house,
            people,
            policy -> new OfficeHours(),
            people,
            new KnownRests(house, policy -> TestLaw.ALMANAC),
            explanations,
            (e, quarter) -> published);
    intake =
        new Reception(
            assessment, house, house, house, (e, instants) -> bells.addAll(instants), gate);
    closing = new Closing(house, house, house, house, house, gate, GRACE);
  }

  static Instant at(String text) {
    return Instant.parse(text + ":00Z");
  }

  static Incoming.Contact contact(String id, String person, Instant at) {
    return contact(id, person, at, ContactClass.message(Channel.MAIL, Sender.COLLEAGUE));
  }

  static Incoming.Contact contact(String id, String person, Instant at, ContactClass asked) {
    return new Incoming.Contact(ref(id), new PersonId(person), asked, Optional.empty(), at);
  }

  static ContactClass emergency() {
    return new ContactClass(
        ContactKind.MESSAGE,
        Urgency.EMERGENCY,
        Channel.CALL,
        Sender.MANAGER,
        false,
        EmergencyReason.FLOOD);
  }

  static Incoming.Work work(String id, String person, Incoming.Work.Change change, Instant at) {
    return new Incoming.Work(ref(id), new PersonId(person), change, false, at);
  }

  static Ref ref(String id) {
    return new Ref("/test", id);
  }
}
